/** Refusals of the registry: code → HTTP status. Sentences: messages/. */
export const registryRefusals = {
  row_not_found: 404,
  route_unknown: 404,
  reference_missing: 422,
  dates_reversed: 422,
  row_still_referenced: 409,
  stretch_too_long: 422,
  conflict_gone: 409,
  pack_at_fault: 409,
} as const satisfies Record<string, number>;
export type RegistryRefusal = keyof typeof registryRefusals;
