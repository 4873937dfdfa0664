-- Who wants to be told, and what each was told of a trip. Addresses lie with identity; the text is made from the cause.

CREATE TABLE gate_tell_choice (
  -- An account that looks after its firm's trucks, or a trip for its driver.
  recipient uuid PRIMARY KEY,
  channel text NOT NULL CHECK (channel IN ('email', 'phone')),
  organisation text,
  consent boolean NOT NULL,
  language text NOT NULL CHECK (language IN ('vi', 'en', 'zh')),
  quiet_from text,
  quiet_to text,
  chosen_at timestamptz NOT NULL,
  CHECK ((quiet_from IS NULL) = (quiet_to IS NULL))
);
CREATE INDEX gate_tell_choice_firm ON gate_tell_choice (organisation) WHERE channel = 'email' AND consent;

CREATE TABLE gate_notification (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  trip uuid NOT NULL,
  recipient uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('email', 'phone')),
  cause text NOT NULL,
  -- What a time that runs out belongs to, so that it is told once.
  about text,
  state text NOT NULL CHECK (state IN ('queued', 'sent', 'delivered', 'failed', 'suppressed')),
  reason text,
  attempts integer NOT NULL DEFAULT 0,
  at timestamptz NOT NULL,
  -- Zone time of the next try, and of the arrival that a simulated phone has in store.
  due_at timestamptz NOT NULL,
  -- Machine time: somebody is sending it now. Who dies over it leaves it behind, and another takes it after a while.
  claimed_at timestamptz,
  sent_at timestamptz,
  delivered_at timestamptz,
  simulated boolean NOT NULL
);
CREATE INDEX gate_notification_due ON gate_notification (due_at) WHERE state IN ('queued', 'sent');
CREATE INDEX gate_notification_trip ON gate_notification (trip, at);
CREATE UNIQUE INDEX gate_notification_once ON gate_notification (trip, recipient, about) WHERE about IS NOT NULL;
