import type { Declaration } from "@moc/contract/gate/declaration.ts";
import type { TripView } from "@moc/contract/gate/trip.ts";
import type { z } from "zod";
import type { Lang } from "../../../ui/text.ts";
import { mayOf, plateText } from "../speak.ts";
import { type AmendField, amendFields } from "./amend-texts.ts";
import { check, type Draft, declarationOf, emptyContainer, emptyDraft, type Faults } from "./draft.ts";

type Amendment = Partial<Pick<z.input<typeof Declaration>, AmendField>>;

const text = (value: number | string | null | undefined): string => (value ?? "").toString();

/** A filed declaration as a draft. The driver stays empty: his paper is kept apart, and only a new driver is typed. */
export function draftOf(trip: TripView): Draft {
  return {
    ...emptyDraft,
    kind: trip.kind,
    regime: trip.regime,
    route: trip.route,
    plate: plateText(trip.plate),
    payloadClass: trip.payloadClass,
    vin: text(trip.vin),
    trailer: trip.trailer ? plateText(trip.trailer) : "",
    containers: trip.containers.length > 0 ? trip.containers : [emptyContainer],
    owner: trip.owner,
    goodsUnknown: trip.goods.length === 0,
    goods:
      trip.goods.length === 0
        ? emptyDraft.goods
        : trip.goods.map((line) => ({
            name: line.name,
            class: line.class,
            hs: text(line.hs),
            weightKg: text(line.weightKg),
            packages: text(line.packages),
          })),
    customsNumbers: trip.customsNumbers.join(", "),
  };
}

/** The parts that the server still leaves open. */
export const openFields = (trip: TripView): ReadonlySet<string> =>
  new Set(mayOf(trip.may, "amend")?.params?.fields?.split(","));

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
    [...check(draft, lang).faults].filter(([path]) =>
      changed.some((field) => path === field || path.startsWith(`${field}.`)),
    ),
  );
  // as: parsed just now by the contract's schema; with a fault in one of them nothing is sent.
  const amendment = Object.fromEntries(changed.map((field) => [field, after[field]])) as Amendment;
  return { changed, amendment, faults };
}
