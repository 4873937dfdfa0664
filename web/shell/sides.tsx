import { sideWords } from "@moc/contract/registry/side-words.ts";
import type { BorderSides } from "@moc/contract/registry/zone.ts";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { setTimes } from "../ui/format.ts";
import { setStanding } from "../ui/text.ts";
import { client, orpc } from "./api.ts";
import { Read } from "./read.tsx";

/** From now on every text and every clock of the page is of this border. */
export function speakOf(sides: BorderSides): void {
  setTimes({ here: sides.timeZone, across: sides.across.timeZone });
  setStanding({ vi: sideWords(sides, "vi"), en: sideWords(sides, "en"), zh: sideWords(sides, "zh") });
}

/** Shows nothing of the zone before it is known how its two sides and their times are called. */
export function SidesGate({ children }: { children: ReactNode }) {
  const sides = useQuery({
    queryKey: orpc.registry.readSides.queryKey(),
    queryFn: async () => {
      const read = await client.registry.readSides();
      speakOf(read);
      return read;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Read of={sides} rows={3} widths={[168, 320, 240]}>
      {() => children}
    </Read>
  );
}
