import { oc } from "@orpc/contract";
import { platformRefusals, RefusalData } from "./refusal.ts";

type Catalogue = Record<string, number>;
type Errors<C extends Catalogue> = {
  [K in keyof C & string]: { status: number; data: typeof RefusalData };
};

/** Turns a catalogue (code → HTTP status) into the typed errors of a contract. */
function errorsOf<const C extends Catalogue>(catalogue: C): Errors<C> {
  const entries = Object.entries(catalogue).map(([code, status]) => [code, { status, data: RefusalData }]);
  return Object.fromEntries(entries) as Errors<C>; // as: fromEntries forgets the keys that entries has just named
}

/** The beginning of every procedure of a room: its refusals beside those of the platform, as typed errors. */
export function procedureOf<const C extends Catalogue>(roomRefusals: C) {
  return oc.errors({ ...errorsOf(platformRefusals), ...errorsOf(roomRefusals) });
}
