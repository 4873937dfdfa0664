import { z } from "zod";
import { Role } from "../values/actor.ts";
import { Id, Key } from "../values/ids.ts";
import { CivilDate, Instant } from "../values/time.ts";
import { PersonClass } from "./person.ts";
import { Scope } from "./scopes.ts";

const standing = { roles: z.array(Role), organisation: Key.nullable() };

/** Every event of identity: kind → what it says. Ids only; add fields, never change them. */
export const identityEvents = {
  "identity.account_created": z.strictObject({
    account: Id,
    person: Id,
    demonstration: z.boolean(),
    ...standing,
  }),
  "identity.account_edited": z.strictObject({ account: Id, disabled: z.boolean(), ...standing }),
  "identity.password_reset": z.strictObject({ account: Id }),
  "identity.second_factor_reset": z.strictObject({ account: Id }),
  "identity.directory_linked": z.strictObject({ account: Id }),
  "identity.directory_unlinked": z.strictObject({ account: Id }),
  "identity.token_issued": z.strictObject({
    token: Id,
    scopes: z.array(Scope),
    simulated: z.boolean(),
    expiresAt: Instant,
    ...standing,
  }),
  "identity.token_revoked": z.strictObject({ token: Id }),
  "identity.person_erased": z.strictObject({
    person: Id,
    ground: z.enum(["request", "retention", "unlawful"]),
  }),
  "identity.retention_set": z.strictObject({
    class: PersonClass,
    days: z.number().int(),
    validFrom: CivilDate,
  }),
} as const;
