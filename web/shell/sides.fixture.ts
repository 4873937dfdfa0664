import { readFileSync } from "node:fs";
import { BorderSides } from "@moc/contract/registry/zone.ts";
import { parse } from "yaml";
import { speakOf } from "./sides.tsx";

// Screens under test are of the first zone, named as its pack names it.
const pack = new URL("../../packs/dong-dang/zone.yaml", import.meta.url);
const { timeZone, here, across } = parse(readFileSync(pack, "utf8")).rows[0];
speakOf(BorderSides.parse({ timeZone, here, across }));
