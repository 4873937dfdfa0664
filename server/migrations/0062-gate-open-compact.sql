-- Many open trips of a queue are alike: as columns of the key they share one entry, carried beside it they cannot.
DROP INDEX gate_trip_open;
CREATE INDEX gate_trip_open ON gate_trip (route, direction, state, yard, yard_out) WHERE ended_at IS NULL;
