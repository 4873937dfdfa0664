/** Refusals of the gate: code → HTTP status. Sentences: messages/. */
export const gateRefusals = {
  trip_not_found: 404,
  route_not_found: 404,
  place_not_found: 404,
  queue_not_found: 404,
  state_forbids: 409,
  plate_on_open_trip: 409,
  vin_on_open_trip: 409,
  route_closed_to_kind: 422,
  place_serves_other_route: 422,
  signal_not_independent: 409,
  driver_signal_alone: 409,
  nobody_to_call: 409,
  checks_missing: 409,
  check_not_applicable: 422,
  check_transition: 409,
  reason_required: 422,
  yard_full: 409,
  slot_taken: 409,
  amend_too_late: 409,
  link_expired: 410,
} as const satisfies Record<string, number>;
export type GateRefusal = keyof typeof gateRefusals;
