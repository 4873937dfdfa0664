-- What the other side announced, as it was recorded, corrected and withdrawn: a fold of the log, like the orders.
CREATE TABLE gate_notice (
  id uuid PRIMARY KEY,
  recorded_at timestamptz NOT NULL,
  -- When what it says is over; null: open.
  ends_at timestamptz,
  corrected_by uuid,
  withdrawn_at timestamptz,
  withdraw_reason text,
  -- What the event of the recording says.
  notice jsonb NOT NULL,
  simulated boolean NOT NULL
);
CREATE INDEX gate_notice_standing ON gate_notice (ends_at) WHERE corrected_by IS NULL AND withdrawn_at IS NULL;
