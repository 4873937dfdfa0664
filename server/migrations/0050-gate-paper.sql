-- A route on paper, blank slips by their numbers, and which acts were entered from them. The reasons and marks stand in
-- the log too; these are for finding.

CREATE TABLE gate_paper (
  id uuid PRIMARY KEY,
  route text NOT NULL,
  from_at timestamptz NOT NULL,
  -- Said with the declaration; a stretch that went on is ended in gate_paper_end.
  to_at timestamptz,
  reason text NOT NULL,
  actor uuid NOT NULL,
  organisation text,
  declared_at timestamptz NOT NULL,
  simulated boolean NOT NULL
);
COMMENT ON TABLE gate_paper IS 'append-only: when a route worked on paper';
CREATE INDEX gate_paper_route ON gate_paper (route, from_at);

CREATE TABLE gate_paper_end (
  paper uuid PRIMARY KEY REFERENCES gate_paper (id),
  to_at timestamptz NOT NULL,
  actor uuid NOT NULL,
  at timestamptz NOT NULL
);
COMMENT ON TABLE gate_paper_end IS 'append-only: until when a route worked on paper that had been open';

CREATE TABLE gate_slip_range (
  first integer PRIMARY KEY,
  last integer NOT NULL CHECK (last >= first),
  route text NOT NULL,
  actor uuid NOT NULL,
  organisation text,
  at timestamptz NOT NULL
);
COMMENT ON TABLE gate_slip_range IS 'append-only: numbers of blank slips, given once';

-- A slip goes with one truck; each of its lines is one act.
CREATE TABLE gate_paper_entry (
  command uuid PRIMARY KEY,
  paper uuid NOT NULL REFERENCES gate_paper (id),
  slip integer NOT NULL,
  trip uuid NOT NULL,
  act text NOT NULL,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  actor uuid NOT NULL,
  writer uuid,
  simulated boolean NOT NULL
);
COMMENT ON TABLE gate_paper_entry IS 'append-only: acts entered from paper';
CREATE INDEX gate_paper_entry_slip ON gate_paper_entry (slip);
CREATE INDEX gate_paper_entry_paper ON gate_paper_entry (paper, occurred_at);
CREATE INDEX gate_paper_entry_trip ON gate_paper_entry (trip, occurred_at);
CREATE INDEX gate_paper_entry_recorded ON gate_paper_entry (recorded_at);

-- The queue's public history says what was entered from paper.
ALTER TABLE gate_queue_change ADD COLUMN slip integer;
