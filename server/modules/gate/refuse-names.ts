import type { Owner } from "@moc/contract/gate/declaration.ts";
import type { GoodsLine, QuarantinePaper } from "@moc/contract/gate/goods.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Tx } from "../../platform/database/handle.ts";
import type { GateParts } from "./parts.ts";

type Persons = { person: string | null; owner: Pick<Owner, "person"> };

/** What a filing says in free words and numbers, by the field that says it. */
type Said = {
  goods: readonly GoodsLine[];
  customsNumbers: readonly string[];
  quarantine: readonly QuarantinePaper[];
  origin?: string | undefined;
};

/**
 * What people type goes into the log and stays for ever, so it must not say what an erasure is to take away: the names,
 * papers and phones of the trip's own persons. @throws Refusal `text_names_person` with the field
 */
export async function refuseNames(
  parts: Pick<GateParts, "identity">,
  tx: Tx,
  { person, owner }: Persons,
  texts: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const ids = [person, owner.person].filter((id) => id !== null);
  for (const [field, said] of Object.entries(texts)) {
    if (await parts.identity.namesPerson(tx, ids, said)) throw new Refusal("text_names_person", { field });
  }
}

/** The texts of a filing, as `refuseNames` takes them. */
export function textsOf({ goods, customsNumbers, quarantine, origin = "" }: Said) {
  return {
    goods: goods.map((line) => line.name),
    customsNumbers,
    quarantine: quarantine.map((paper) => paper.number),
    origin: [origin],
  };
}
