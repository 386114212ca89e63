GRANT SELECT, INSERT, UPDATE, DELETE ON certified_identities, identifications TO guichet_app;
--> statement-breakpoint
-- A day, or month and day, of 00 is presumed.
ALTER TABLE accounts ADD CONSTRAINT accounts_birthdate_check
  CHECK (birthdate ~ '^\d{4}-(00-00|(0[1-9]|1[0-2])-([0-2]\d|3[01]))$');
--> statement-breakpoint
CREATE FUNCTION stays_certified() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a certified identity is not its owner''s to change' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
-- What FranceConnect certified is written by the system alone, and only the system says that it is certified.
CREATE TRIGGER accounts_stay_certified BEFORE UPDATE ON accounts FOR EACH ROW
  WHEN (current_user = 'guichet_app' AND NOT app_is_system()
    AND (OLD.identity_origin IS DISTINCT FROM NEW.identity_origin
      OR (OLD.identity_origin = 'certified'
        AND (OLD.given_name, OLD.family_name, OLD.birthdate, OLD.gender)
          IS DISTINCT FROM (NEW.given_name, NEW.family_name, NEW.birthdate, NEW.gender))))
  EXECUTE FUNCTION stays_certified();
