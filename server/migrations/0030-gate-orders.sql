-- Steering orders as they were given and lifted: a fold of the log, like the trips.
CREATE TABLE gate_order (
  id uuid PRIMARY KEY,
  -- Orders are counted within the civil year.
  year integer NOT NULL,
  number integer NOT NULL,
  given_at timestamptz NOT NULL,
  ends_at timestamptz,
  lifted_at timestamptz,
  lift_reason text,
  -- What the event of the giving says.
  given jsonb NOT NULL,
  simulated boolean NOT NULL,
  UNIQUE (year, number)
);
CREATE INDEX gate_order_standing ON gate_order (ends_at) WHERE lifted_at IS NULL;

-- "At most n per hour" counts the calls of the last sixty minutes.
CREATE INDEX gate_queue_change_called ON gate_queue_change (route, direction, at) WHERE kind = 'called';
