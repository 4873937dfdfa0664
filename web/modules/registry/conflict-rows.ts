import type { PackConflict } from "@moc/contract/registry/conflict.ts";
import type { RecordedVersion } from "@moc/contract/registry/events.ts";

/** One field in which two statements of a row are compared; a value that one side does not have is undefined. */
export type ComparedField = { field: string; operator: unknown; pack: unknown; differs: boolean };

/** The versions of both sides that begin on one day; a side may have none. */
export type ComparedVersion = {
  from: string | null;
  operator: RecordedVersion | undefined;
  pack: RecordedVersion | undefined;
  fields: readonly ComparedField[];
};

const named = new Set(["kind", "key"]);

const valuesOf = (version: RecordedVersion | undefined): Record<string, unknown> =>
  version === undefined ? {} : { ...version.statement, validTo: version.validTo };

/** Text that is equal for equal values, whatever the order of their keys. */
function textOf(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Where both sides of a conflict differ, version by version and field by field; the fields that differ come first. */
export function comparedOf({ operator, pack }: PackConflict): readonly ComparedVersion[] {
  const days = new Set([...operator, ...pack].map((version) => version.validFrom));
  return [...days]
    .toSorted((a, b) => ((a ?? "") < (b ?? "") ? -1 : 1))
    .flatMap((from) => {
      const [ours, theirs] = [operator, pack].map((side) =>
        side.find((version) => version.validFrom === from),
      );
      if (textOf(ours) === textOf(theirs)) return [];
      const [a, b] = [valuesOf(ours), valuesOf(theirs)];
      const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])]
        .filter((field) => !named.has(field))
        .map((field) => ({
          field,
          operator: a[field],
          pack: b[field],
          differs: textOf(a[field]) !== textOf(b[field]),
        }))
        .toSorted((one, other) => Number(other.differs) - Number(one.differs));
      return { from, operator: ours, pack: theirs, fields };
    });
}
