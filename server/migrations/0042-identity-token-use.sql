-- When a token was last used, machine time, exact to some minutes: an unused one can be revoked without harm.
ALTER TABLE identity_token ADD COLUMN used_at timestamptz;
