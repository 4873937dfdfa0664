-- Goods that an export brings back: the class under which that import is counted, once they have crossed.
ALTER TABLE gate_trip ADD COLUMN back_class text;
UPDATE gate_trip SET trip = trip || '{"back": null}';
CREATE INDEX gate_trip_back ON gate_trip (in_at) WHERE back_class IS NOT NULL;

-- Goods that crossed Km0: one row per load, so two for an export that came back loaded.
CREATE VIEW gate_crossing AS
  SELECT id AS trip, route, direction, goods_class, crossed_at AS at, trip -> 'goods' AS goods
  FROM gate_trip WHERE crossed_at IS NOT NULL
  UNION ALL
  SELECT id, route, 'import', back_class, in_at, trip -> 'back' -> 'goods' FROM gate_trip WHERE back_class IS NOT NULL;
