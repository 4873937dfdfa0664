import { z } from "zod";

/** One field at fault: path as `goods.0.weightKg`, a code of the catalogue, the sentence in the reader's language. */
export const FieldFault = z
  .strictObject({ path: z.string(), code: z.string(), message: z.string() })
  .meta({ id: "FieldFault" });
export type FieldFault = z.infer<typeof FieldFault>;

/** The data of every refusal, whoever made it: the machine or a rule. */
export const RefusalData = z
  .strictObject({
    fields: z.array(FieldFault),
    params: z.record(z.string(), z.string()),
    requestId: z.string(),
  })
  .meta({ id: "RefusalData" });
export type RefusalData = z.infer<typeof RefusalData>;

/** Refusals that belong to no room: code → HTTP status. */
export const platformRefusals = {
  invalid_input: 422,
  malformed_request: 400,
  not_signed_in: 401,
  not_allowed: 403,
  scope_missing: 403,
  not_found: 404,
  command_conflict: 409,
  stale_state: 409,
  payload_too_large: 413,
  too_many_requests: 429,
  internal: 500,
  not_ready: 503,
  no_room: 507,
  database_away: 503,
} as const satisfies Record<string, number>;

/**
 * A rule says no. Thrown by use cases, turned into the envelope at the edge: `code` of the room's catalogue, `params`
 * for its sentence, `field` where one field is to be mended, or `faults` where several are, already in words.
 */
export class Refusal<Code extends string = string> extends Error {
  readonly code: Code;
  readonly params: Record<string, string>;
  readonly field: string | undefined;
  readonly faults: readonly FieldFault[];

  constructor(
    code: Code,
    detail: { params?: Record<string, string>; field?: string; faults?: readonly FieldFault[] } = {},
  ) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.params = detail.params ?? {};
    this.field = detail.field;
    this.faults = detail.faults ?? [];
  }
}
