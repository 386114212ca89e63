GRANT SELECT, INSERT, UPDATE ON accounts, account_codes, throttles TO guichet_app;
--> statement-breakpoint
GRANT DELETE ON account_codes, throttles TO guichet_app;
