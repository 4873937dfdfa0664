import type { ZoneRow } from "@moc/contract/registry/rows.ts";
import type { GlyphName } from "../../../ui/glyph.tsx";
import type { Tone } from "../../../ui/tag.tsx";

/** What the schematic draws; already in the reader's language. Null is "not known", never zero. */
export type LaneKind = "ordinary" | "oversize" | "guided";
export type LaneGroup = { direction: "out" | "in"; kind: LaneKind; count: number | null; planned: number };

/** Minutes; `tone` only when it departs from the usual. */
export type Wait = { minutes: number | null; forecast: number | null; tone?: "warn" | "bad" | undefined };

export type BorderRoute = {
  key: string;
  href: string;
  name: string;
  note: string;
  /** Spoken name of the link: name, state, queue, wait, order. */
  spoken: string;
  mode: "road" | "rail";
  /** Marker names from north to south; null when the source does not say. */
  markers: readonly string[] | null;
  counterpart: { name: string; zh: string };
  status: { tone: Tone; glyph: GlyphName; word: string };
  lanes: readonly LaneGroup[];
  yard: { name: string; vehicles: number | null; capacity: number | null } | null;
  queue: { out: number | null; in: number | null };
  wait: { out: Wait; in: Wait };
  /** Passages of the last hour. */
  flow: { out: number | null; in: number | null };
  /** What was counted where nobody is declared; null: its vehicles are counted from their trips. */
  counted: string | null;
  /** `park`: where it holds trucks; null for an order that holds none. */
  order?: { title: string; lines: readonly string[]; park: string | null } | undefined;
};

/** A holding park on the trunk road, drawn below the route with key `after`. */
export type BorderPark = { key: string; name: string; vehicles: number | null; after: string };

/** The provinces that meet at the border. */
export type BorderSides = Pick<ZoneRow, "province" | "counterpart">;

export type BorderModel = { routes: readonly BorderRoute[]; parks: readonly BorderPark[] };
