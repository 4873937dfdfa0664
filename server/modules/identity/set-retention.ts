import { randomUUID } from "node:crypto";
import type { PersonClass, Retention } from "@moc/contract/identity/person.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { authorise } from "../../platform/authorise.ts";
import { keepAudit } from "./keep-audit.ts";
import { listRetention } from "./list-retention.ts";
import type { IdentityParts } from "./parts.ts";
import { insertRetention } from "./person-store.ts";
import { identityPolicy } from "./policy.ts";

type Input = { command: string; class: PersonClass; days: number; validFrom: string; ground: string };

/** Says for how long persons of a class are kept from a day on. The nightly erasure follows it. */
export async function setRetention(
  parts: IdentityParts,
  caller: Actor | null,
  input: Input,
): Promise<{ rows: Retention[] }> {
  const actor = authorise(identityPolicy, "retention_set", caller, { organisation: null });
  await parts.once(
    { name: "identity.setRetention", actor, role: "administrator", input },
    async ({ tx, emit, now }) => {
      const { class: personClass, days, validFrom, ground } = input;
      const id = randomUUID();
      await insertRetention(tx, {
        id,
        class: personClass,
        days,
        valid_from: validFrom,
        ground,
        illustrative: false,
        recorded_at: now(),
      });
      emit({ kind: "identity.retention_set", subject: id, data: { class: personClass, days, validFrom } });
      const after = { class: personClass, days, validFrom };
      await keepAudit(tx, parts, actor, [{ action: "retention_set", subject: id, why: ground, after }]);
      return { id };
    },
  );
  return listRetention(parts, actor);
}
