import { type Random } from "./random.ts";

/** What the people of a yard know of it: where trucks stand, and how many more there is room for. */
export type YardBook = {
  /** Whether the truck has room, or a place already; a yard of unknown capacity always says yes. */
  hasRoom(truck: string): boolean;
  /** Finds the truck a free place and keeps it. A truck that has one keeps it. */
  place(truck: string, random: Random): string;
  /** The place turned out to be taken by somebody whom the book does not hold. */
  strike(truck: string): void;
  /** The truck stands at this place already, from before the field began. */
  enter(truck: string, slot: string | null): void;
  /** The truck has left. */
  leave(truck: string): void;
};

const rows = "ABCDEFGHJK";

/** @param capacity vehicles; null: unknown. */
export function openYardBook(capacity: number | null): YardBook {
  const places = new Map<string, string>();
  const taken = new Set<string>();
  return {
    hasRoom: (truck) => capacity === null || places.has(truck) || places.size < capacity,
    place(truck, random) {
      const kept = places.get(truck);
      if (kept !== undefined) return kept;
      for (;;) {
        const row = rows[random.between(0, rows.length - 1)] ?? "A";
        const slot = `${row}-${String(random.between(1, 999)).padStart(2, "0")}`;
        if (taken.has(slot)) continue;
        taken.add(slot);
        places.set(truck, slot);
        return slot;
      }
    },
    strike: (truck) => void places.delete(truck),
    enter(truck, slot) {
      const name = slot ?? truck;
      places.set(truck, name);
      taken.add(name);
    },
    leave(truck) {
      const slot = places.get(truck);
      if (slot === undefined) return;
      places.delete(truck);
      taken.delete(slot);
    },
  };
}
