-- Conflicts between a pack and a screen in which the screen's version was kept: decided until the pack says something else.
CREATE TABLE registry_conflict_kept (
  kind text NOT NULL,
  key text NOT NULL,
  -- SHA-256 of what the pack said of the row.
  pack_digest text NOT NULL,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (kind, key)
);
