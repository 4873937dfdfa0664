import type { RecordedVersion } from "@moc/contract/registry/events.ts";
import type { Change } from "@moc/engines/registry/difference.ts";

const signs = { add: "+", change: "~", withdraw: "-" } as const;

/** One change for people: its line, and for a changed key what differs in which version. */
export function differenceText(change: Change): string[] {
  const edited = change.conflict ? "  (edited on a screen)" : "";
  const head = `${signs[change.effect]} ${change.kind} ${change.key}${edited}`;
  return change.effect === "change" ? [head, ...versionLines(change)] : [head];
}

function versionLines({ before, after }: Change): string[] {
  const days = new Set([...before, ...after].map((version) => version.validFrom));
  const inOrder = [...days].toSorted((a, b) => ((a ?? "") < (b ?? "") ? -1 : 1));
  return inOrder.flatMap((day) => {
    const old = before.find((version) => version.validFrom === day);
    const next = after.find((version) => version.validFrom === day);
    const since = day === null ? "from the beginning" : `from ${day}`;
    if (old === undefined) return [`    ${since}: a new version`];
    if (next === undefined) return [`    ${since}: no such version any more`];
    return fieldLines(old, next).map((line) => `    ${since}: ${line}`);
  });
}

function fieldLines(old: RecordedVersion, next: RecordedVersion): string[] {
  const [a, b] = [fieldsOf(old), fieldsOf(next)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((field) => textOf(a[field]) !== textOf(b[field]))
    .map((field) => `${field} ${textOf(a[field])} → ${textOf(b[field])}`);
}

function fieldsOf({ statement, source, validTo }: RecordedVersion): Record<string, unknown> {
  return { ...statement, ...source, to: validTo };
}

function textOf(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value, sorted);
}

/** Equal objects give equal texts, in whatever order their keys came out of the database. */
function sorted(_: string, value: unknown): unknown {
  const plain = typeof value === "object" && value !== null && !Array.isArray(value);
  return plain ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;
}
