-- Keys of which the latest change was made on a screen: whatever it was, edited, ended or taken back to nothing, a pack
-- does not undo it unasked.
CREATE TABLE registry_changed_by_hand (
  kind text NOT NULL,
  key text NOT NULL,
  PRIMARY KEY (kind, key)
);
INSERT INTO registry_changed_by_hand (kind, key)
SELECT kind, key FROM (
  SELECT DISTINCT ON (data ->> 'kind', data ->> 'key')
    data ->> 'kind' AS kind, data ->> 'key' AS key, data ->> 'origin' AS origin
  FROM event WHERE kind = 'registry.row_changed'
  ORDER BY data ->> 'kind', data ->> 'key', (data ->> 'revision')::int DESC) AS latest
WHERE origin = 'operator';
