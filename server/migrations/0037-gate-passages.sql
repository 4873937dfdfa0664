-- Passages over Km0 beside the crossing of the goods: a truck that comes back, or goes home empty, passes once more.
ALTER TABLE gate_trip ADD COLUMN out_at timestamptz;
ALTER TABLE gate_trip ADD COLUMN in_at timestamptz;
UPDATE gate_trip SET
  out_at = CASE WHEN direction = 'export' THEN crossed_at
    WHEN state = 'closed' AND trip -> 'transferredTo' <> 'null' THEN ended_at END,
  in_at = CASE WHEN direction = 'export' THEN returned_at ELSE crossed_at END;
-- The whole trip says them in the words of the log.
UPDATE gate_trip SET trip = trip || jsonb_build_object(
  'outAt', CASE WHEN direction = 'export' THEN trip -> 'crossedAt'
    WHEN state = 'closed' AND trip -> 'transferredTo' <> 'null' THEN trip -> 'endedAt' ELSE 'null' END,
  'inAt', CASE WHEN direction = 'export' THEN trip -> 'returnedAt' ELSE trip -> 'crossedAt' END);
CREATE INDEX gate_trip_out ON gate_trip (out_at);
CREATE INDEX gate_trip_in ON gate_trip (in_at);
