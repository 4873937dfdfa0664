import { referencesOf } from "@moc/engines/registry/references.ts";
import { overlap } from "@moc/engines/registry/timeline.ts";
import type { PackFault, PackRow } from "./read-pack.ts";

const name = (kind: string, key: string) => `${kind} ${key}`;

/** What holds between rows: every mentioned row exists, and of one key no two versions hold on the same day. */
export function checkPack(rows: readonly PackRow[]): PackFault[] {
  return [...missing(rows), ...overlapping(rows)];
}

function missing(rows: readonly PackRow[]): PackFault[] {
  const known = new Set(rows.map(({ statement }) => name(statement.kind, statement.key)));
  return rows.flatMap(({ statement, source, file, line }) => {
    const document =
      source.document === undefined
        ? []
        : [{ field: "document", key: source.document, kinds: ["document"] as const }];
    return [...referencesOf(statement), ...document]
      .filter(({ key, kinds }) => !kinds.some((kind) => known.has(name(kind, key))))
      .map(({ field, key, kinds }) => ({
        file,
        line,
        field,
        message: `no ${kinds.join(", ")} has the key “${key}”`,
      }));
  });
}

function overlapping(rows: readonly PackRow[]): PackFault[] {
  const earlier = new Map<string, PackRow[]>();
  return rows.flatMap((row) => {
    const id = name(row.statement.kind, row.statement.key);
    const others = earlier.get(id) ?? [];
    earlier.set(id, [...others, row]);
    return others
      .filter((other) => overlap(other, row))
      .map((other) => ({
        file: row.file,
        line: row.line,
        field: "from",
        message: `another version of “${row.statement.key}” holds on the same days (${other.file}:${other.line})`,
      }));
  });
}
