-- Slots that are booked ahead. How many have booked a window is counted from the trips, under the lock of their queue.
ALTER TABLE gate_trip ADD COLUMN booked_from timestamptz;
UPDATE gate_trip SET trip = trip || '{"booking": null, "bookings": 0}';
CREATE INDEX gate_trip_booked ON gate_trip (route, direction, booked_from) WHERE booked_from IS NOT NULL;
