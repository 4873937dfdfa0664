-- Who filed for somebody else finds those trips as a declarant finds its own.
CREATE INDEX gate_trip_on_behalf ON gate_trip ((trip -> 'onBehalf' ->> 'by'), state_since DESC, id DESC)
  WHERE trip -> 'onBehalf' ->> 'by' IS NOT NULL;
