-- What the operator's watch remembers beyond one process: the last backup and the last check of the log. Machine time.

CREATE TABLE upkeep (
  task text PRIMARY KEY CHECK (task IN ('backup', 'verify')),
  done_at timestamptz NOT NULL,
  outcome jsonb NOT NULL
);
