import { z } from "zod";
import { Key } from "../values/ids.ts";
import { RecordedVersion } from "./events.ts";
import { RowKindName } from "./rows.ts";

/** What the newest pack says of a row that was edited on a screen. Nothing decides between them but a person. */
export const PackConflict = z
  .strictObject({
    kind: RowKindName,
    key: Key,
    operator: z.array(RecordedVersion).describe("As the registry says it, with what was entered on a screen"),
    pack: z.array(RecordedVersion).describe("As the pack says it; empty: it names the row no longer"),
    revision: z.number().int().describe("Of the registry's row; sent back with the decision"),
    packDigest: z.string().describe("Of what the pack says; sent back with the decision"),
  })
  .meta({ id: "PackConflict" });
export type PackConflict = z.infer<typeof PackConflict>;

/** `operator`: what was entered stays until the pack says something else again. `pack`: the pack's versions hold. */
export const Keep = z.enum(["operator", "pack"]).meta({ id: "KeepOfConflict" });
export type Keep = z.infer<typeof Keep>;
