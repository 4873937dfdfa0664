-- Who is planned for which post. Who stood there is in gate_duty.

CREATE TABLE gate_roster (
  id uuid PRIMARY KEY,
  post text NOT NULL,
  account uuid NOT NULL,
  organisation text NOT NULL,
  from_at timestamptz NOT NULL,
  to_at timestamptz NOT NULL CHECK (to_at > from_at),
  actor uuid NOT NULL,
  at timestamptz NOT NULL
);
COMMENT ON TABLE gate_roster IS 'append-only: planned shifts';
CREATE INDEX gate_roster_time ON gate_roster (from_at);

CREATE TABLE gate_roster_drop (
  shift uuid PRIMARY KEY REFERENCES gate_roster (id),
  actor uuid NOT NULL,
  at timestamptz NOT NULL
);
COMMENT ON TABLE gate_roster_drop IS 'append-only: planned shifts that were taken off';
