-- Sign-in through the organisation's directory (an OpenID provider). Times are machine time.

-- Whom the directory must prove for an account. An administrator states it; nothing readable of the person is kept.
CREATE TABLE identity_directory_link (
  account uuid PRIMARY KEY REFERENCES identity_account (id),
  -- Keyed digest of issuer and subject; before the first proof by a verified address, of issuer and address.
  digest bytea NOT NULL UNIQUE,
  stated_at timestamptz NOT NULL,
  -- When the directory first proved the holder; null: not yet.
  proved_at timestamptz
);

-- A browser on its way: sent to the directory (account null), or proved there and asked for its own second factor.
CREATE TABLE identity_directory_visit (
  -- SHA-256 of the cookie's secret; taken out by the first answer, so that no answer counts twice.
  digest bytea PRIMARY KEY,
  account uuid REFERENCES identity_account (id),
  return_to text NOT NULL,
  ends_at timestamptz NOT NULL
);
CREATE INDEX identity_directory_visit_end ON identity_directory_visit (ends_at);

-- A session that the directory opened: its end is also the directory's.
ALTER TABLE identity_session ADD COLUMN directory boolean NOT NULL DEFAULT false;
