import { Declaration, type TripKind } from "@moc/contract/gate/declaration.ts";
import type { TypedDeclaration } from "@moc/contract/gate/draft.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import { fieldFaults } from "@moc/contract/platform/field-faults.ts";
import { declarationOf } from "@moc/engines/gate/typed.ts";
import type { z } from "zod";
import type { Lang } from "../../../ui/text.ts";

/** A declaration as it is typed. */
export type Draft = TypedDeclaration;
export type DraftContainer = Draft["containers"][number];
export type DraftGoods = Draft["goods"][number];

export const emptyContainer: DraftContainer = { number: "", size: "40" };
export const emptyGoods: DraftGoods = { name: "", class: "", hs: "", weightKg: "", packages: "" };
export const emptyDraft: Draft = {
  kind: "export_vn",
  regime: "ordinary",
  route: "",
  plate: "",
  payloadClass: "",
  vin: "",
  trailer: "",
  containers: [emptyContainer],
  driverName: "",
  driverPaper: "",
  driverPhone: "",
  owner: "",
  goodsUnknown: false,
  goods: [emptyGoods],
  customsNumbers: "",
  quarantineService: "",
  quarantineNumber: "",
  note: "",
  twoWay: false,
};

/** Another kind of trip, and what it takes with it: a new vehicle is one line of goods, and a lorry carries none. */
export function withKind(draft: Draft, kind: TripKind): Partial<Draft> {
  const [first = emptyGoods] = draft.goods;
  if (kindTraits[kind].isGoods) {
    return {
      kind,
      goodsUnknown: false,
      goods: [{ ...first, class: "new_vehicle" }],
      containers: [],
      trailer: "",
    };
  }
  const goods = draft.goods.map(
    (line): DraftGoods => (line.class === "new_vehicle" ? { ...line, class: "" } : line),
  );
  return { kind, goods, containers: draft.containers.length > 0 ? draft.containers : [emptyContainer] };
}

/** Faults by the path of the contract, `vehicle.plate.number`, with the sentence in the reader's language. */
export type Faults = ReadonlyMap<string, string>;

/** Checks a draft with the contract's own schema: the declaration to send, or the faults. */
export function check(
  draft: Draft,
  lang: Lang,
): { declaration?: z.input<typeof Declaration>; faults: Faults } {
  const raw = declarationOf(draft);
  const parsed = Declaration.safeParse(raw, { reportInput: true });
  // as: the raw value has just been parsed by this schema; it is sent as typed, the server folds it once more.
  if (parsed.success) return { declaration: raw as z.input<typeof Declaration>, faults: new Map() };
  const faults = new Map<string, string>();
  for (const { path, message } of fieldFaults(parsed.error.issues, lang))
    if (!faults.has(path)) faults.set(path, message);
  return { faults };
}

/** The tasks of the list; each owns the paths that begin with one of these. */
export const steps = ["route", "vehicle", "driver", "goods", "papers"] as const;
export type Step = (typeof steps)[number];
const owned: Readonly<Record<Step, readonly string[]>> = {
  route: ["kind", "regime", "route", "twoWay"],
  vehicle: ["vehicle"],
  driver: ["driver", "owner"],
  goods: ["goods", "origin"],
  papers: ["customsNumbers", "quarantine", "note"],
};

/** Which task a fault belongs to. */
export const stepOf = (path: string): Step | undefined =>
  steps.find((step) => owned[step].some((prefix) => path === prefix || path.startsWith(`${prefix}.`)));

/** Tasks that still have a fault. */
export const openSteps = (faults: Faults): ReadonlySet<Step> =>
  new Set([...faults.keys()].map(stepOf).filter((step) => step !== undefined));

/** The first task that still has a fault, after `step` when one is given; undefined when none has. */
export function firstOpen(faults: Faults, step?: Step): Step | undefined {
  const open = openSteps(faults);
  const later = step === undefined ? steps : steps.slice(steps.indexOf(step) + 1);
  return later.find((one) => open.has(one));
}
