-- How many passed where nobody is declared (railway, market, opening), as officers recorded and corrected it: a fold of
-- the log, one row per record. The last number of a route, day and direction holds; nothing is overwritten.
CREATE TABLE gate_reported_count (
  id uuid PRIMARY KEY,
  route text NOT NULL,
  -- Civil day of the zone.
  day text NOT NULL,
  direction text NOT NULL,
  -- 0: as first recorded; else the number of the correction.
  number integer NOT NULL,
  unit text NOT NULL,
  -- null: a correction says that it is not known.
  passed integer,
  source text NOT NULL,
  reason text,
  organisation text,
  actor uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  simulated boolean NOT NULL,
  -- Of two who record at once the second one is refused.
  UNIQUE (route, direction, day, number)
);
