-- Files of declarations that were filed, so that the same rows are not filed twice while their trucks are under way.
CREATE TABLE gate_import (
  id uuid PRIMARY KEY,
  organisation text NOT NULL,
  -- Keyed digest of the cells: nobody can guess a driver from it.
  digest bytea NOT NULL,
  filed_at timestamptz NOT NULL,
  -- The trips in the order of the rows, and the rows as the file numbers them.
  trips uuid[] NOT NULL,
  row_numbers integer[] NOT NULL
);
CREATE INDEX gate_import_same ON gate_import (organisation, digest, filed_at DESC);
