-- Trips, their queues and the queues' public history. All of it is a fold of the log and can be rebuilt from it.

CREATE TABLE gate_trip (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  kind text NOT NULL,
  direction text NOT NULL,
  gate text NOT NULL,
  route text NOT NULL,
  declarant text NOT NULL,
  plate text NOT NULL,
  vin text,
  containers text[] NOT NULL,
  -- Durian stands apart from other fruit; "unknown" while the goods are not stated.
  goods_class text NOT NULL,
  state text NOT NULL,
  state_since timestamptz NOT NULL,
  stream text NOT NULL,
  ticket bigint,
  passed_over text,
  declared_at timestamptz NOT NULL,
  arrived_at timestamptz,
  live_at timestamptz,
  show_by timestamptz,
  crossed_at timestamptz,
  return_by timestamptz,
  returned_at timestamptz,
  yard text,
  slot text,
  yard_in timestamptz,
  yard_out timestamptz,
  ended_at timestamptz,
  simulated boolean NOT NULL,
  -- The whole trip as the fold gives it; the columns above are taken from it.
  trip jsonb NOT NULL
);
CREATE UNIQUE INDEX gate_trip_open_plate ON gate_trip (plate) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX gate_trip_open_vin ON gate_trip (vin) WHERE ended_at IS NULL AND vin IS NOT NULL;
CREATE UNIQUE INDEX gate_trip_slot ON gate_trip (yard, slot)
  WHERE yard_out IS NULL AND yard IS NOT NULL AND slot IS NOT NULL;
CREATE INDEX gate_trip_waiting ON gate_trip (route, direction, ticket) WHERE state = 'holding';
CREATE INDEX gate_trip_open ON gate_trip (state, route, direction) WHERE ended_at IS NULL;
CREATE INDEX gate_trip_yard ON gate_trip (yard) WHERE yard_out IS NULL AND yard IS NOT NULL;
CREATE INDEX gate_trip_newest ON gate_trip (state_since DESC, id DESC);
CREATE INDEX gate_trip_declarant ON gate_trip (declarant, state_since DESC, id DESC);
CREATE INDEX gate_trip_crossed ON gate_trip (crossed_at);
CREATE INDEX gate_trip_arrived ON gate_trip (arrived_at);
CREATE INDEX gate_trip_plate ON gate_trip (plate text_pattern_ops);
CREATE INDEX gate_trip_plate_end ON gate_trip (reverse(plate) text_pattern_ops);
CREATE INDEX gate_trip_code ON gate_trip (code text_pattern_ops);
CREATE INDEX gate_trip_containers ON gate_trip USING gin (containers);

-- One row per route and direction; whoever changes a queue holds its row.
CREATE TABLE gate_queue (
  route text NOT NULL,
  direction text NOT NULL,
  -- The next ticket to hand out; tickets are the order of joining.
  next_ticket bigint NOT NULL DEFAULT 1,
  -- Number of the last change; a picture of the queue is current while this stands still.
  changes bigint NOT NULL DEFAULT 0,
  -- How far each stream has been served: {"virtual": …, "passes": {…}}.
  credit jsonb NOT NULL DEFAULT '{"virtual": 0, "passes": {}}',
  PRIMARY KEY (route, direction)
);

CREATE TABLE gate_queue_change (
  route text NOT NULL,
  direction text NOT NULL,
  number bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('joined', 'held', 'called', 'left')),
  at timestamptz NOT NULL,
  -- The same for all that one call took.
  cut text NOT NULL,
  trip uuid NOT NULL,
  stream text NOT NULL,
  ticket bigint NOT NULL,
  passed_over text,
  -- After a call: how far each stream had been served.
  credit jsonb,
  PRIMARY KEY (route, direction, number)
);
CREATE INDEX gate_queue_change_trip ON gate_queue_change (trip, number);

-- One row per yard whose capacity is known, locked while somebody drives in.
CREATE TABLE gate_yard (
  key text PRIMARY KEY
);
