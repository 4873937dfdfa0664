import type { Owner } from "@moc/contract/gate/declaration.ts";
import type { Language } from "@moc/contract/values/text.ts";
import type { Tx } from "../../platform/database/handle.ts";
import type { GateParts, ZoneRules } from "./parts.ts";

const fold = (name: string) => name.normalize("NFC").toLowerCase();

/** A registered organisation is known by its key, under any of its names; anybody else is kept as a person of their own. */
export async function keepOwner(parts: GateParts, tx: Tx, rules: ZoneRules, name: string): Promise<Owner> {
  const wanted = fold(name);
  const known = rules.organisation.find((row) =>
    [row.name, row.shortName].some((text) => Object.values(text ?? {}).some((one) => fold(one) === wanted)),
  );
  if (known !== undefined) return { organisation: known.key, person: null };
  return { organisation: null, person: await parts.identity.savePerson(tx, "owner", { name }) };
}

/** An organisation's name in a language; its key when the registry knows it no longer. */
export function organisationName(rules: ZoneRules, key: string, language: Language): string {
  return rules.organisation.find((row) => row.key === key)?.name[language] ?? key;
}
