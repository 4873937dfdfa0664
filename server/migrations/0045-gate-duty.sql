-- Who was on duty where, what was handed over, and what went wrong. What people type stands here and not in the log.

CREATE TABLE gate_duty (
  id uuid PRIMARY KEY,
  post text NOT NULL,
  actor uuid NOT NULL,
  organisation text,
  taken_at timestamptz NOT NULL,
  simulated boolean NOT NULL
);
COMMENT ON TABLE gate_duty IS 'append-only: who took duty at which post';
CREATE INDEX gate_duty_taken ON gate_duty (taken_at);

CREATE TABLE gate_handover (
  duty uuid PRIMARY KEY REFERENCES gate_duty (id),
  actor uuid NOT NULL,
  at timestamptz NOT NULL,
  note text NOT NULL
);
COMMENT ON TABLE gate_handover IS 'append-only: how a duty ended and what the next one must know';
CREATE INDEX gate_handover_at ON gate_handover (at);

CREATE TABLE gate_incident (
  id uuid PRIMARY KEY,
  place text NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  since timestamptz NOT NULL,
  reported_at timestamptz NOT NULL,
  actor uuid NOT NULL,
  organisation text,
  simulated boolean NOT NULL
);
COMMENT ON TABLE gate_incident IS 'append-only: what went wrong where';
CREATE INDEX gate_incident_reported ON gate_incident (reported_at);

CREATE TABLE gate_incident_close (
  incident uuid PRIMARY KEY REFERENCES gate_incident (id),
  actor uuid NOT NULL,
  at timestamptz NOT NULL,
  outcome text NOT NULL
);
COMMENT ON TABLE gate_incident_close IS 'append-only: how an incident ended';
CREATE INDEX gate_incident_close_at ON gate_incident_close (at);
