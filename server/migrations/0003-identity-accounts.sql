-- Persons, accounts, sessions, tokens, links, audit. Times of sessions, tokens, password links and audit are machine
-- time; retention and driver's links live in zone time.

CREATE TABLE identity_person (
  id uuid PRIMARY KEY,
  class text NOT NULL CHECK (class IN ('account', 'driver')),
  -- AES-256-GCM under a key of this person's own; that key is wrapped by a key derived from MOC_SECRET.
  wrapped_key bytea,
  sealed bytea,
  saved_at timestamptz NOT NULL,
  erased_at timestamptz,
  CHECK ((wrapped_key IS NULL) = (erased_at IS NOT NULL) AND (sealed IS NULL) = (erased_at IS NOT NULL))
);
CREATE INDEX identity_person_kept ON identity_person (class, saved_at) WHERE erased_at IS NULL;

CREATE TABLE identity_account (
  id uuid PRIMARY KEY,
  person uuid NOT NULL UNIQUE REFERENCES identity_person (id),
  user_name text NOT NULL UNIQUE,
  -- Keyed digest of the address, to find an account by it: the address itself is the person's and sealed.
  email_digest bytea UNIQUE,
  password_hash text,
  roles text[] NOT NULL,
  organisation text,
  language text NOT NULL CHECK (language IN ('vi', 'en', 'zh')),
  disabled boolean NOT NULL DEFAULT false,
  demonstration boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  signed_in_at timestamptz
);
CREATE INDEX identity_account_organisation ON identity_account (organisation, user_name);

CREATE TABLE identity_session (
  -- SHA-256 of the cookie's secret: who reads the table cannot use a session.
  digest bytea PRIMARY KEY,
  account uuid NOT NULL REFERENCES identity_account (id),
  made_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL
);
CREATE INDEX identity_session_account ON identity_session (account);
CREATE INDEX identity_session_end ON identity_session (ends_at);

-- Failed sign-ins per account, address and pair of both, under keyed digests: neither names nor addresses are kept.
CREATE TABLE identity_attempt (
  digest bytea PRIMARY KEY,
  failures integer NOT NULL,
  last_at timestamptz NOT NULL
);

CREATE TABLE identity_token (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  digest bytea NOT NULL,
  roles text[] NOT NULL,
  organisation text,
  scopes text[] NOT NULL,
  simulated boolean NOT NULL,
  made_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX identity_token_made ON identity_token (made_at, id);

CREATE TABLE identity_password_link (
  digest bytea PRIMARY KEY,
  account uuid NOT NULL REFERENCES identity_account (id),
  made_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL
);

-- The bearer of the link sees and speaks for one trip.
CREATE TABLE identity_driver_link (
  id uuid PRIMARY KEY,
  digest bytea NOT NULL UNIQUE,
  trip uuid NOT NULL,
  organisation text,
  simulated boolean NOT NULL,
  made_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX identity_driver_link_trip ON identity_driver_link (trip);

CREATE TABLE identity_retention (
  id uuid PRIMARY KEY,
  class text NOT NULL CHECK (class IN ('account', 'driver')),
  days integer NOT NULL CHECK (days BETWEEN 1 AND 36500),
  valid_from date NOT NULL,
  ground text NOT NULL,
  illustrative boolean NOT NULL,
  recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE identity_retention IS 'append-only: how long persons are kept; of equal days the last recorded holds';

CREATE TABLE identity_audit (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  action text NOT NULL,
  actor uuid,
  organisation text,
  subject uuid,
  why text,
  before jsonb,
  after jsonb
);
COMMENT ON TABLE identity_audit IS 'append-only: who did or read what, when and why; ids, never personal data';
CREATE INDEX identity_audit_time ON identity_audit (at, id);
CREATE INDEX identity_audit_subject ON identity_audit (subject, at);
CREATE INDEX identity_audit_actor ON identity_audit (actor, at);
