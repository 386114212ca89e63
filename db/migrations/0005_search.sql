-- French without accents: « école » and « ecole » are one word.
CREATE TEXT SEARCH CONFIGURATION guichet (COPY = pg_catalog.french);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION guichet
  ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part
  WITH unaccent, french_stem;
--> statement-breakpoint
-- Plain words of a text, in order, without the empty ones: french_stem lets « les » and « à » through.
CREATE FUNCTION search_words(value text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT
  SET search_path = public, pg_catalog AS $$
  SELECT coalesce(array_agg(word ORDER BY place), '{}')
  FROM unnest(regexp_split_to_array(lower(unaccent('unaccent'::regdictionary, value)), '[^a-z0-9]+'))
    WITH ORDINALITY AS w (word, place)
  WHERE length(word) > 1 AND word <> ALL (ARRAY[
    'au', 'aux', 'avec', 'ce', 'ces', 'cet', 'cette', 'comment', 'dans', 'de', 'des', 'du', 'elle', 'en',
    'est', 'et', 'eux', 'faire', 'faut', 'il', 'ils', 'je', 'la', 'le', 'les', 'leur', 'leurs', 'ma', 'mes',
    'moi', 'mon', 'ne', 'nos', 'notre', 'nous', 'on', 'ou', 'par', 'pas', 'pour', 'qu', 'que', 'quel',
    'quelle', 'qui', 'quoi', 'sa', 'se', 'ses', 'son', 'sont', 'sur', 'ta', 'te', 'tes', 'ton', 'tu', 'un',
    'une', 'veux', 'vos', 'votre', 'voudrais', 'vous'])
$$;
--> statement-breakpoint
CREATE FUNCTION procedure_words(title text, summary text, synonyms text[]) RETURNS text LANGUAGE sql IMMUTABLE
  SET search_path = public, pg_catalog AS $$
  SELECT array_to_string(search_words(concat_ws(' ', title, summary, array_to_string(synonyms, ' '))), ' ')
$$;
--> statement-breakpoint
CREATE FUNCTION procedure_vector(title text, summary text, synonyms text[]) RETURNS tsvector LANGUAGE sql IMMUTABLE
  SET search_path = public, pg_catalog AS $$
  SELECT setweight(to_tsvector('guichet', array_to_string(search_words(title), ' ')), 'A')
      || setweight(to_tsvector('guichet', array_to_string(search_words(array_to_string(synonyms, ' ')), ' ')), 'B')
      || setweight(to_tsvector('guichet', array_to_string(search_words(summary), ' ')), 'C')
$$;
