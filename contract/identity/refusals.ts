/** Refusals of identity: code → HTTP status. Sentences: messages/. */
export const identityRefusals = {
  sign_in_failed: 401,
  sign_in_paused: 429,
  password_wrong: 403,
  factor_needed: 401,
  factor_wrong: 401,
  factor_set: 409,
  factor_not_begun: 409,
  factor_not_set: 409,
  directory_off: 409,
  directory_away: 502,
  directory_refused: 401,
  directory_unknown: 403,
  directory_domain: 422,
  directory_taken: 409,
  directory_linked: 409,
  directory_not_linked: 409,
  link_invalid: 410,
  account_not_found: 404,
  user_name_taken: 409,
  email_taken: 409,
  role_not_held: 403,
  own_account: 409,
  last_administrator: 409,
  organisation_unknown: 422,
  token_not_found: 404,
  expiry_past: 422,
  expiry_too_far: 422,
  person_not_found: 404,
  person_erased: 410,
  why_names_person: 422,
  live_zone: 409,
} as const satisfies Record<string, number>;
export type IdentityRefusal = keyof typeof identityRefusals;

/** Codes of fields at fault that are identity's own; sentences in messages/. */
export const identityFaults = [
  "user_name_format",
  "password_length",
  "password_guessable",
  "factor_code_format",
] as const;
export type IdentityFault = (typeof identityFaults)[number];
