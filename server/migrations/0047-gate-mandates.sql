-- Which agent may declare in whose name, as it was given and revoked: a fold of the log.
CREATE TABLE gate_mandate (
  id uuid PRIMARY KEY,
  firm text NOT NULL,
  agent text NOT NULL,
  -- First and last civil day; without a last one until it is revoked.
  from_day text NOT NULL,
  to_day text,
  given_at timestamptz NOT NULL,
  revoked_at timestamptz,
  revoke_reason text,
  simulated boolean NOT NULL
);
CREATE INDEX gate_mandate_firm ON gate_mandate (firm, agent);
CREATE INDEX gate_mandate_agent ON gate_mandate (agent);
