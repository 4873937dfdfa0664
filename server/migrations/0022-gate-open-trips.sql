-- The figures of a queue are counted by every reader: from the index alone, without opening trips.
DROP INDEX gate_trip_open;
CREATE INDEX gate_trip_open ON gate_trip (route, direction, state) INCLUDE (yard, yard_out) WHERE ended_at IS NULL;
