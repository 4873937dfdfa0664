-- A truck could be amended to a route whose queue nobody had joined before; without the queue's row it could not arrive.
INSERT INTO gate_queue (route, direction)
SELECT DISTINCT route, direction FROM gate_trip WHERE kind = 'export_vn'
ON CONFLICT DO NOTHING;
