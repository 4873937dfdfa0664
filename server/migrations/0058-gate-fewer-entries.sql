-- A trip that changes its state is entered anew in every index that has it: shorter ones, and fewer.

-- One index finds a code by its beginning, and the code itself, which no two trips have.
ALTER TABLE gate_trip DROP CONSTRAINT gate_trip_code_key;
DROP INDEX gate_trip_code;
CREATE UNIQUE INDEX gate_trip_code ON gate_trip (code text_pattern_ops);

-- One index counts a yard and keeps each of its slots for one; without a slot, none is like another.
DROP INDEX gate_trip_slot, gate_trip_yard;
CREATE UNIQUE INDEX gate_trip_yard ON gate_trip (yard, slot) WHERE yard_out IS NULL AND yard IS NOT NULL;

-- What has not happened yet, or is not there, nobody looks for.
DROP INDEX gate_trip_crossed, gate_trip_arrived, gate_trip_out, gate_trip_in, gate_trip_containers;
CREATE INDEX gate_trip_crossed ON gate_trip (crossed_at) WHERE crossed_at IS NOT NULL;
CREATE INDEX gate_trip_arrived ON gate_trip (arrived_at) WHERE arrived_at IS NOT NULL;
CREATE INDEX gate_trip_out ON gate_trip (out_at) WHERE out_at IS NOT NULL;
CREATE INDEX gate_trip_in ON gate_trip (in_at) WHERE in_at IS NOT NULL;
CREATE INDEX gate_trip_containers ON gate_trip USING gin (containers) WHERE containers <> '{}';
