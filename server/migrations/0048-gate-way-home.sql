-- Goods that a Chinese truck takes home are a second load of its trip, as those are that an export brings back: when they
-- passed Km0, and the leg of the trip that they make.
ALTER TABLE gate_trip ADD COLUMN back_at timestamptz;
UPDATE gate_trip SET back_at = in_at WHERE back_class IS NOT NULL;
UPDATE gate_trip SET trip = trip || jsonb_build_object('wayHome',
  CASE WHEN trip -> 'back' <> 'null' AND trip -> 'inAt' <> 'null'
    THEN jsonb_build_object('since', trip -> 'inAt', 'transfer', NULL) END);
DROP INDEX gate_trip_back;
CREATE INDEX gate_trip_back ON gate_trip (back_at) WHERE back_class IS NOT NULL;

CREATE OR REPLACE VIEW gate_crossing AS
  SELECT id AS trip, route, direction, goods_class, crossed_at AS at, trip -> 'goods' AS goods
  FROM gate_trip WHERE crossed_at IS NOT NULL
  UNION ALL
  SELECT id, route, CASE direction WHEN 'export' THEN 'import' ELSE 'export' END, back_class, back_at,
    trip -> 'back' -> 'goods' FROM gate_trip WHERE back_class IS NOT NULL;

-- A truck that hands goods over and takes others home has a transfer of each leg.
ALTER TABLE gate_transfer ADD COLUMN home boolean NOT NULL DEFAULT false;
ALTER TABLE gate_transfer DROP CONSTRAINT gate_transfer_pkey;
ALTER TABLE gate_transfer ADD PRIMARY KEY (trip, home);
