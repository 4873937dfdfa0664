-- Queues that call by themselves, from the switching on to the switching off: a fold of the log, like the orders.
CREATE TABLE gate_automatic (
  id uuid PRIMARY KEY,
  route text NOT NULL,
  direction text NOT NULL,
  started_at timestamptz NOT NULL,
  -- Who switched it, for which organisation, when and why.
  started jsonb NOT NULL,
  stopped jsonb,
  simulated boolean NOT NULL
);
CREATE UNIQUE INDEX gate_automatic_running ON gate_automatic (route, direction) WHERE stopped IS NULL;
CREATE INDEX gate_automatic_started ON gate_automatic (route, direction, started_at);
