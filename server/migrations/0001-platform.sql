-- The zone itself, its log, its seals, its commands and its timers.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TABLE zone (
  key text PRIMARY KEY,
  mode text NOT NULL CHECK (mode IN ('demo', 'live')),
  time_zone text NOT NULL,
  made_at timestamptz NOT NULL,
  -- Demonstration only: where its clock stands and how fast it may run.
  zone_time timestamptz,
  speed integer NOT NULL DEFAULT 60 CHECK (speed BETWEEN 0 AND 600)
);

-- One sequence for the whole zone. It tolerates gaps and orders nothing by itself: positions do.
CREATE SEQUENCE event_seq;

CREATE TABLE event (
  seq bigint PRIMARY KEY DEFAULT nextval('event_seq'),
  xact xid8 NOT NULL DEFAULT pg_current_xact_id(),
  kind text NOT NULL,
  subject uuid NOT NULL,
  actor_id uuid NOT NULL,
  actor_kind text NOT NULL,
  actor_role text,
  organisation text,
  simulated boolean NOT NULL,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  data jsonb NOT NULL
);
COMMENT ON TABLE event IS 'append-only: what happened';
CREATE INDEX event_subject ON event (subject, seq);
CREATE INDEX event_xact ON event (xact, seq);
CREATE INDEX event_kind_time ON event (kind, occurred_at);

CREATE TABLE event_seal (
  position bigint PRIMARY KEY,
  seq bigint NOT NULL UNIQUE,
  hash bytea NOT NULL
);
COMMENT ON TABLE event_seal IS 'append-only: gapless order and hash chain of the events';

CREATE TABLE command (
  id uuid PRIMARY KEY,
  actor_id uuid NOT NULL,
  -- Keyed digest of the content: no personal data can be read or guessed from it.
  digest bytea NOT NULL,
  result jsonb NOT NULL,
  recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE command IS 'append-only: which commands were done, so that none is done twice';

CREATE TABLE timer (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  subject uuid NOT NULL,
  due_at timestamptz NOT NULL,
  UNIQUE (subject, kind)
);
CREATE INDEX timer_due ON timer (due_at);

CREATE TABLE subscriber (
  name text PRIMARY KEY,
  position bigint NOT NULL
);
