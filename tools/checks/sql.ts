import { placeOf, ROOMS } from "./places.ts";
import { type Finding, isTest, type Tree } from "./tree.ts";

const STATEMENT =
  /^\s*(--[^\n]*\n\s*)*(select\b[\s\S]*\bfrom\b|insert\s+into\b|update\s+[\w"]+\s+(as\s+\w+\s+)?set\b|delete\s+from\b|truncate\b|with\s+\w+[\s\S]*\bas\s*\(|(create|alter|drop)\s+(table|index|function|schema|role|view)\b)/i;
const TABLE = /\b(?:from|join|into|update|truncate(?:\s+table)?)\s+"?([a-z]+)_\w+"?(?!\s*\(|\w)/gi;
const isStore = (path: string): boolean => /(^|[/.-])store\.ts$/.test(path);

/** A room's SQL stands in its store and touches the room's own tables only; other rooms are asked through their door. */
export function sql(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const [path, module] of tree.modules) {
    const { side, folder } = placeOf(path);
    if (side !== "server/modules" || isTest(path)) continue;
    if (!isStore(path))
      for (const i of module.imports)
        if (/^(pg|kysely)$/.test(i.to) && !i.typeOnly)
          findings.push({ path, line: i.line, text: `imports ${i.to}: SQL stands in store.ts only` });
    for (const { line, text, tag } of module.literals) {
      if (tag !== "sql" && !STATEMENT.test(text)) continue;
      if (!isStore(path)) findings.push({ path, line, text: "a SQL statement outside store.ts" });
      for (const [, owner] of text.matchAll(TABLE))
        if (owner && owner !== folder && ROOMS.some((room) => room === owner))
          findings.push({ path, line, text: `touches a table of ${owner}: ask its door` });
    }
  }
  return findings;
}

const MIGRATION = /^server\/migrations\/(\d{4})-([a-z]+)(-[a-z0-9-]+)?\.sql$/;

/** Migrations are one ordered line: `0042-ledger-add-hold.sql`, every number once. */
export function migrations(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  const taken = new Map<string, string>();
  for (const path of [...tree.files.keys()].toSorted()) {
    if (!path.startsWith("server/migrations/") || !path.endsWith(".sql")) continue;
    const [, number, owner] = MIGRATION.exec(path) ?? [];
    if (number === undefined || owner === undefined)
      findings.push({ path, text: "is not named NNNN-room.sql or NNNN-room-what.sql" });
    else if (taken.has(number)) findings.push({ path, text: `has the number of ${taken.get(number)}` });
    else {
      taken.set(number, path);
      if (owner !== "platform" && !ROOMS.some((room) => room === owner))
        findings.push({ path, text: `names no room: ${owner}` });
    }
  }
  return findings;
}
