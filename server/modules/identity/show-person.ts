import { Person, PersonClass } from "@moc/contract/identity/person.ts";
import type { Db } from "../../platform/database/handle.ts";
import { civilDay } from "../../platform/time/clock.ts";
import type { IdentityParts } from "./parts.ts";
import { type StoredPerson, selectRetention } from "./person-store.ts";
import { openStored } from "./protect-person.ts";
import { keepUntil, ruleOn } from "./retention.ts";

/** A stored person with its data and how long it is kept. */
export async function showPerson(db: Db, parts: IdentityParts, row: StoredPerson): Promise<Person> {
  const { timeZone } = parts.clock;
  const personClass = PersonClass.parse(row.class);
  const rule = ruleOn(await selectRetention(db), personClass, civilDay(parts.clock.now(), timeZone));
  return Person.parse({
    id: row.id,
    class: personClass,
    data: openStored(parts, row),
    savedAt: row.saved_at.toISOString(),
    erasedAt: row.erased_at?.toISOString() ?? null,
    keepUntil: row.erased_at === null ? keepUntil(rule, civilDay(row.saved_at, timeZone)) : null,
  });
}
