-- A decision changes little of a trip: it shall stay on its page, unpacked, and out of the indexes whose columns it leaves.

-- An index over part of the whole trip is entered anew whenever anything of the trip changes; over a column it is not.
ALTER TABLE gate_trip ADD COLUMN filed_by text;
UPDATE gate_trip SET filed_by = trip -> 'onBehalf' ->> 'by' WHERE trip ? 'onBehalf';
DROP INDEX gate_trip_on_behalf;
CREATE INDEX gate_trip_filed_by ON gate_trip (filed_by, state_since DESC, id DESC) WHERE filed_by IS NOT NULL;

-- Room on the page for the next version; whole trips are some 2 kB and would be compressed at each write.
ALTER TABLE gate_trip SET (fillfactor = 60, toast_tuple_target = 8160);
