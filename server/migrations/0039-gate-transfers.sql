-- Goods that change over between a Chinese and a Vietnamese truck: a thing of its own, with both plates.
CREATE TABLE gate_transfer (
  id uuid NOT NULL,
  -- Trip of the Chinese truck: it has one transfer, and pairing anew replaces it.
  trip uuid PRIMARY KEY,
  -- Trip of the Vietnamese truck, when it had one here.
  partner uuid,
  vn_plate text NOT NULL,
  confirmed_at timestamptz,
  transfer jsonb NOT NULL
);
CREATE INDEX gate_transfer_waiting ON gate_transfer (vn_plate) WHERE confirmed_at IS NULL;
CREATE INDEX gate_transfer_partner ON gate_transfer (partner) WHERE partner IS NOT NULL;

-- When it was last sent to another route; each time stands in the whole trip.
ALTER TABLE gate_trip ADD COLUMN diverted_at timestamptz;
CREATE INDEX gate_trip_diverted ON gate_trip (diverted_at) WHERE diverted_at IS NOT NULL;
UPDATE gate_trip SET trip = trip || '{"transfer": null, "diversions": []}';
