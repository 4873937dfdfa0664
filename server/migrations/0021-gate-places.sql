-- Where a truck waits and when it was called, beside the whole trip: counting them does not open every trip.
ALTER TABLE gate_trip ADD COLUMN place text;
ALTER TABLE gate_trip ADD COLUMN called_at timestamptz;
UPDATE gate_trip SET place = trip ->> 'place', called_at = (trip ->> 'calledAt')::timestamptz;
