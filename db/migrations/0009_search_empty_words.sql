-- A word that leaves no lexeme (« me », « suis », « ont ») says nothing: out before it is searched.
CREATE OR REPLACE FUNCTION search_words(value text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT
  SET search_path = public, pg_catalog AS $$
  SELECT coalesce(array_agg(word ORDER BY place), '{}')
  FROM unnest(regexp_split_to_array(lower(unaccent('unaccent'::regdictionary, value)), '[^a-z0-9]+'))
    WITH ORDINALITY AS w (word, place)
  WHERE length(word) > 1 AND to_tsvector('guichet', word) <> '' AND word <> ALL (ARRAY[
    'ce', 'cet', 'cette', 'comment', 'faire', 'faut', 'il', 'ils', 'les', 'leurs', 'ou', 'quel', 'quelle',
    'quoi', 'veux', 'voudrais'])
$$;
