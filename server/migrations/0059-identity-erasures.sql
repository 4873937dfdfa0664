-- Every event was entered by its kind and time, and only the erasures of persons are ever looked for by their kind.
DROP INDEX event_kind_time;
CREATE INDEX event_erasures ON event (occurred_at, seq) WHERE kind = 'identity.person_erased';
