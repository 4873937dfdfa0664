import type { RegisteredOrganisation } from "@moc/engines/reader/names/register.ts";
import { parse } from "yaml";
import { z } from "zod";

const Row = z.object({
  key: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
  name: z.object({ vi: z.string() }),
  shortName: z.object({ vi: z.string() }).optional(),
  aliases: z.array(z.string()).optional(),
});

/** The organisations of a pack's file with every name they bore and when; rows of another shape are passed over. */
export function organisationsOfPack(yaml: string): RegisteredOrganisation[] {
  const rows: unknown = z.object({ rows: z.array(z.unknown()) }).safeParse(parse(yaml)).data?.rows;
  const byKey = new Map<string, RegisteredOrganisation["names"][number][]>();
  for (const candidate of Array.isArray(rows) ? rows : []) {
    const { data } = Row.safeParse(candidate);
    if (data === undefined) continue;
    const span = { ...(data.from && { from: data.from }), ...(data.to && { to: data.to }) };
    const names = [data.name.vi, ...(data.shortName ? [data.shortName.vi] : []), ...(data.aliases ?? [])];
    byKey.set(data.key, [...(byKey.get(data.key) ?? []), ...names.map((text) => ({ text, ...span }))]);
  }
  return [...byKey].map(([id, names]) => ({ id, names }));
}
