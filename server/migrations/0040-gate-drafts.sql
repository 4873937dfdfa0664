-- Papers on a declarant's desk: drafts and templates. They are no state of the zone and stand in no event. What is
-- personal in them (driver, note, an owner who is no registered organisation) lies with identity, under a key of its own.
CREATE TABLE gate_draft (
  id uuid PRIMARY KEY,
  organisation text NOT NULL,
  -- Name of a template; NULL: a draft.
  template text,
  content jsonb NOT NULL,
  driver uuid,
  owner_organisation text,
  owner_person uuid,
  kept_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX gate_draft_desk ON gate_draft (organisation, kept_at DESC, id);
