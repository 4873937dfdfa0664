import { type AmendField, amendFields, type FiledDeclaration } from "@moc/contract/gate/declaration.ts";
import type { gateContract } from "@moc/contract/gate/routes.ts";
import { declarationOf } from "@moc/engines/gate/typed.ts";
import type { InferContractRouterInputs } from "@orpc/contract";
import type { Lang } from "../../../ui/text.ts";
import { plateText } from "../speak.ts";
import { check, type Draft, emptyContainer, emptyDraft, type Faults } from "./draft.ts";

type Amendment = Pick<InferContractRouterInputs<typeof gateContract>["amendDeclaration"], AmendField>;

const text = (value: number | string | null | undefined): string => (value ?? "").toString();

/** What was filed as a draft, to be typed over. */
export function draftOf(filed: FiledDeclaration): Draft {
  const { vehicle, driver, goods } = filed;
  return {
    ...emptyDraft,
    kind: filed.kind,
    regime: filed.regime,
    route: filed.route,
    plate: plateText(vehicle.plate),
    payloadClass: vehicle.payloadClass,
    vin: text(vehicle.vin),
    trailer: vehicle.trailer ? plateText(vehicle.trailer) : "",
    containers: vehicle.containers.length > 0 ? vehicle.containers : [emptyContainer],
    driverName: text(driver?.name),
    driverPaper: text(driver?.paper),
    driverPhone: text(driver?.phone),
    owner: text(filed.owner),
    goodsUnknown: goods.length === 0,
    goods:
      goods.length === 0
        ? emptyDraft.goods
        : goods.map((line) => ({
            name: line.name,
            class: line.class,
            hs: text(line.hs),
            weightKg: text(line.weightKg),
            packages: text(line.packages),
          })),
    customsNumbers: filed.customsNumbers.join(", "),
    note: text(filed.note),
  };
}

/** Whether a path of the contract belongs to a part: `vehicle.plate.number` to `vehicle`. */
export const belongsTo = (path: string, field: AmendField): boolean =>
  path === field || path.startsWith(`${field}.`);

/** What a draft states anew against what was filed, and what is wrong with just that. */
export function amendmentOf(
  filed: Draft,
  draft: Draft,
  lang: Lang,
): { changed: readonly AmendField[]; amendment: Amendment; faults: Faults } {
  const before = declarationOf(filed);
  const after = declarationOf(draft);
  const changed = amendFields.filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  const faults = new Map(
    [...check(draft, lang).faults].filter(([path]) => changed.some((field) => belongsTo(path, field))),
  );
  // The note is kept with the driver: it goes over to the one who takes over.
  const driver = { ...Object(after.driver), ...(draft.note && { note: draft.note }) };
  const stated = { ...after, driver };
  // as: parsed just now by the contract's schema; with a fault in one of them nothing is sent.
  const amendment = Object.fromEntries(changed.map((field) => [field, stated[field]])) as Amendment;
  return { changed, amendment, faults };
}

/**
 * After somebody else amended: what was left as it was filed follows what is filed now, what was typed stays. Of `draft`
 * as typed over `before`, the fields that must follow `now`.
 */
export function followed(before: Draft, now: Draft, draft: Draft): Partial<Draft> {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const old: Readonly<Record<string, unknown>> = before;
  const typed: Readonly<Record<string, unknown>> = draft;
  return Object.fromEntries(
    Object.entries(now).filter(([name, value]) => same(typed[name], old[name]) && !same(value, old[name])),
  );
}
