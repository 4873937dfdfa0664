import { type OrderKind, orderKinds } from "@moc/contract/gate/steering.ts";
import { listed } from "@moc/contract/values/sentence.ts";
import type { ZoneRules } from "./parts.ts";

/** Kinds of order that an organisation is competent for on the day of the rules. */
export function competentFor(rules: ZoneRules, organisation: string | null): OrderKind[] {
  const own = rules.order_competence.filter((row) => row.organisation === organisation);
  return orderKinds.filter((kind) => own.some((row) => row.orders.includes(kind)));
}

/** The values with which a refusal names who is competent. */
export function competentParams(rules: ZoneRules, kind: OrderKind): Record<string, string> {
  const keys = new Set(
    rules.order_competence.filter((row) => row.orders.includes(kind)).map((row) => row.organisation),
  );
  const names = rules.organisation.filter((row) => keys.has(row.key)).map((row) => row.shortName ?? row.name);
  const said = (language: "vi" | "en" | "zh") =>
    listed(
      language,
      names.map((name) => name[language]),
    ) || "–";
  return { competent_vi: said("vi"), competent_en: said("en"), competent_zh: said("zh") };
}

/** Whether an organisation gave an order or stands above the one that did. */
export function standsAbove(rules: ZoneRules, organisation: string | null, issuer: string): boolean {
  if (organisation === issuer) return true;
  const parent = rules.organisation.find((row) => row.key === issuer)?.parent ?? null;
  return parent !== null && parent !== issuer && standsAbove(rules, organisation, parent);
}
