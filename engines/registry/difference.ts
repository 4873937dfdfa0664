import type { RecordedVersion } from "@moc/contract/registry/events.ts";
import type { RowKind } from "@moc/contract/registry/rows.ts";
import { byTime } from "./timeline.ts";

/** All versions of one key, as a pack states them or as they are known now. */
export type Timeline = { kind: RowKind; key: string; versions: readonly RecordedVersion[] };

/**
 * What loading a pack would do with one key: `add` it, `change` its versions, `withdraw` a key that came from a pack and
 * is gone from it. `conflict`: a version was entered on a screen, so the pack does not decide.
 */
export type Change = {
  effect: "add" | "change" | "withdraw";
  conflict: boolean;
  kind: RowKind;
  key: string;
  before: readonly RecordedVersion[];
  after: readonly RecordedVersion[];
};

const name = (line: { kind: string; key: string }) => `${line.kind} ${line.key}`;

/** JSON with sorted keys: two versions are equal when they say the same, in whatever order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** One text for versions that say the same, in whatever order they stand. */
export function timelineText(versions: readonly RecordedVersion[]): string {
  return canonical(versions.toSorted(byTime));
}

function same(a: readonly RecordedVersion[], b: readonly RecordedVersion[]): boolean {
  return timelineText(a) === timelineText(b);
}

function touched(versions: readonly RecordedVersion[]): boolean {
  return versions.some((version) => version.source.confidence === "operator");
}

/** What must change so that the registry says what the pack says. Empty: nothing. In the order of kind and key. */
export function differenceOf(pack: readonly Timeline[], known: readonly Timeline[]): Change[] {
  const knownBy = new Map(known.map((line) => [name(line), line]));
  const packed = new Set(pack.map(name));
  const stated = pack.flatMap((line): Change[] => {
    const before = knownBy.get(name(line))?.versions ?? [];
    if (same(before, line.versions)) return [];
    const effect = before.length === 0 ? "add" : "change";
    const { kind, key } = line;
    return [{ effect, conflict: touched(before), kind, key, before, after: line.versions }];
  });
  const gone = known
    .filter((line) => !packed.has(name(line)) && line.versions.some(fromPack))
    .map(
      ({ kind, key, versions }): Change => ({
        effect: "withdraw",
        conflict: touched(versions),
        kind,
        key,
        before: versions,
        after: [],
      }),
    );
  return [...stated, ...gone].toSorted((a, b) => (name(a) < name(b) ? -1 : 1));
}

function fromPack(version: RecordedVersion): boolean {
  return version.source.confidence !== "operator";
}
