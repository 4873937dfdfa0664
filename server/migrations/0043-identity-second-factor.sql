-- A second factor of an account: a time-based code (RFC 6238). Times are machine time.

CREATE TABLE identity_second_factor (
  account uuid PRIMARY KEY REFERENCES identity_account (id),
  -- AES-256-GCM under a key derived from MOC_SECRET.
  sealed bytea NOT NULL,
  begun_at timestamptz NOT NULL,
  -- Asked for at sign-in from then on.
  confirmed_at timestamptz,
  -- The last step of 30 s of which a code was taken: a code that was looked over a shoulder opens nothing.
  last_step bigint
);

CREATE TABLE identity_recovery_code (
  account uuid NOT NULL REFERENCES identity_account (id),
  -- Keyed digest; each is used up once.
  digest bytea NOT NULL,
  PRIMARY KEY (account, digest)
);
