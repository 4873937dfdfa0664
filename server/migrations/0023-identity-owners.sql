-- An owner of goods who is no registered organisation may be a natural person: kept apart and erased like a driver.
ALTER TABLE identity_person DROP CONSTRAINT identity_person_class_check;
ALTER TABLE identity_person ADD CONSTRAINT identity_person_class_check CHECK (class IN ('account', 'driver', 'owner'));
ALTER TABLE identity_retention DROP CONSTRAINT identity_retention_class_check;
ALTER TABLE identity_retention
  ADD CONSTRAINT identity_retention_class_check CHECK (class IN ('account', 'driver', 'owner'));
