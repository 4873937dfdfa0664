import { unnamed } from "@moc/contract/registry/side-words.ts";
import type { BorderSides } from "@moc/contract/registry/zone.ts";
import { civilDay } from "../../platform/time/clock.ts";
import type { RegistryParts } from "./registry-parts.ts";

/** How the two sides of the border are called today. Public: it stands on every page that strangers read. */
export function readSides({ platform: { clock }, cache }: RegistryParts): BorderSides {
  const { timeZone } = clock;
  const { here, across } = cache.now().on(civilDay(clock.now(), timeZone)).zone[0] ?? unnamed;
  return { timeZone, here, across };
}
