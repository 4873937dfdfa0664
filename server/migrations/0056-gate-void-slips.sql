-- A blank slip that was spoilt or lost: nothing more is entered from its number.
CREATE TABLE gate_slip_void (
  slip integer PRIMARY KEY,
  reason text NOT NULL,
  actor uuid NOT NULL,
  organisation text,
  at timestamptz NOT NULL
);
COMMENT ON TABLE gate_slip_void IS 'append-only: numbers of slips that hold no longer';
