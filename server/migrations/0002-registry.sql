-- The registry: every version of every row, when it holds (valid) and since when the system knows it (recorded).

CREATE TABLE registry_version (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  key text NOT NULL,
  revision integer NOT NULL CHECK (revision > 0),
  statement jsonb NOT NULL,
  source jsonb NOT NULL,
  valid_from date,
  valid_to date,
  recorded_from timestamptz NOT NULL,
  recorded_to timestamptz,
  CHECK (valid_from < valid_to),
  CHECK (recorded_from <= recorded_to),
  -- Of one key, no two versions known at the same time hold on the same day.
  EXCLUDE USING gist (
    kind WITH =,
    key WITH =,
    daterange(valid_from, valid_to) WITH &&,
    tstzrange(recorded_from, recorded_to) WITH &&
  )
);
CREATE INDEX registry_version_key ON registry_version (kind, key, revision);
CREATE INDEX registry_version_known ON registry_version (kind, key) WHERE recorded_to IS NULL;
