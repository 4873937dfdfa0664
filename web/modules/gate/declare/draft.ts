import { Declaration, type Regime, type TripKind } from "@moc/contract/gate/declaration.ts";
import type { GoodsClass } from "@moc/contract/gate/goods.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import type { PayloadClass } from "@moc/contract/gate/vehicle.ts";
import { fieldFaults } from "@moc/contract/platform/field-faults.ts";
import type { z } from "zod";
import type { Lang } from "../../../ui/text.ts";

/** A declaration as it is typed: every field a text, so that what is half-typed can be kept. */
export type Draft = {
  kind: TripKind;
  regime: Regime;
  route: string;
  plate: string;
  payloadClass: PayloadClass | "";
  vin: string;
  trailer: string;
  containers: readonly DraftContainer[];
  driverName: string;
  driverPaper: string;
  driverPhone: string;
  owner: string;
  goodsUnknown: boolean;
  goods: readonly DraftGoods[];
  customsNumbers: string;
  quarantineService: "" | "health" | "plant" | "animal";
  quarantineNumber: string;
  note: string;
};
export type DraftContainer = { number: string; size: "20" | "40" | "45" };
export type DraftGoods = {
  name: string;
  class: GoodsClass | "";
  hs: string;
  weightKg: string;
  packages: string;
};

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

const given = <T>(key: string, value: T | "" | undefined) =>
  value === "" || value === undefined ? {} : { [key]: value };
const number = (text: string): number | undefined =>
  text.trim() === "" ? undefined : Number(text.replaceAll(/[\s.,]/g, ""));

/** The draft in the shape of the contract; not yet checked. Empty fields are left out. */
export function declarationOf(draft: Draft): Partial<Record<keyof Declaration, unknown>> {
  const { country } = kindTraits[draft.kind];
  return {
    kind: draft.kind,
    regime: draft.regime,
    ...given("route", draft.route),
    vehicle: {
      plate: { country, ...given("number", draft.plate) },
      ...given("payloadClass", draft.payloadClass),
      ...given("vin", draft.vin),
      ...(draft.trailer && { trailer: { country, number: draft.trailer } }),
      containers: draft.containers.filter((one) => one.number !== ""),
    },
    driver: {
      ...given("name", draft.driverName),
      ...given("paper", draft.driverPaper),
      ...given("phone", draft.driverPhone.replaceAll(/[\s.-]/g, "")),
    },
    ...given("owner", draft.owner),
    goods: draft.goodsUnknown
      ? []
      : draft.goods.map((line) => ({
          ...given("name", line.name),
          ...given("class", line.class),
          ...given("hs", line.hs.replaceAll(".", "")),
          ...given("weightKg", number(line.weightKg)),
          ...given("packages", number(line.packages)),
        })),
    customsNumbers: draft.customsNumbers.split(/[\s,;]+/).filter(Boolean),
    quarantine: draft.quarantineNumber
      ? [{ ...given("service", draft.quarantineService), number: draft.quarantineNumber }]
      : [],
    ...given("note", draft.note),
  };
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
  route: ["kind", "regime", "route"],
  vehicle: ["vehicle"],
  driver: ["driver", "owner"],
  goods: ["goods"],
  papers: ["customsNumbers", "quarantine", "note"],
};

/** Which task a fault belongs to. */
export const stepOf = (path: string): Step | undefined =>
  steps.find((step) => owned[step].some((prefix) => path === prefix || path.startsWith(`${prefix}.`)));

/** Tasks that still have a fault. */
export const openSteps = (faults: Faults): ReadonlySet<Step> =>
  new Set([...faults.keys()].map(stepOf).filter((step) => step !== undefined));
