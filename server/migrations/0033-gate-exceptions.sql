-- Departures from the published order, and withdrawals that can be undone.
ALTER TABLE gate_trip ADD COLUMN way text NOT NULL DEFAULT 'live';
UPDATE gate_trip SET trip = trip || '{"priority": null, "heldBack": null, "withdrawnFrom": null}';
ALTER TABLE gate_queue_change ADD COLUMN way text NOT NULL DEFAULT 'live';
-- What, on which ground, in whose name, and the id of who gave it; of kind "excepted" alone.
ALTER TABLE gate_queue_change ADD COLUMN exception jsonb;
ALTER TABLE gate_queue_change DROP CONSTRAINT gate_queue_change_kind_check;
ALTER TABLE gate_queue_change ADD CONSTRAINT gate_queue_change_kind_check
  CHECK (kind IN ('joined', 'held', 'excepted', 'called', 'left'));
CREATE INDEX gate_queue_change_excepted ON gate_queue_change (route, direction, number DESC) WHERE kind = 'excepted';
