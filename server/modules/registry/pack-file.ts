import { type RowKind, RowKindName, statements } from "@moc/contract/registry/rows.ts";
import { Key } from "@moc/contract/values/ids.ts";
import { Confidence } from "@moc/contract/values/source.ts";
import { CivilDate } from "@moc/contract/values/time.ts";
import { z } from "zod";
import type { PackSources } from "./pack-sources.ts";
import { parseYaml, type YamlFile } from "./pack-yaml.ts";
import type { PackFault, PackFile, PackRow } from "./read-pack.ts";

/** What every item of a pack has beside what it states. */
const Envelope = z.strictObject({
  from: CivilDate.nullable().default(null),
  to: CivilDate.nullable().default(null),
  source: Key,
  confidence: Confidence.exclude(["operator"]),
  document: Key.optional(),
  note: z.string().min(1).optional(),
});
const envelopeFields = Object.keys(Envelope.shape);

const Head = z.strictObject({ kind: RowKindName, rows: z.array(z.record(z.string(), z.unknown())) });

type Place = { file: string; yaml: YamlFile };

/** Reads one file of rows: `kind` and `rows`. */
export function readPackFile(file: PackFile, sources: PackSources): { rows: PackRow[]; faults: PackFault[] } {
  const yaml = parseYaml(file);
  if (yaml.faults.length > 0) return { rows: [], faults: yaml.faults };
  const place = { file: file.path, yaml };
  const head = Head.safeParse(yaml.value);
  if (!head.success) return { rows: [], faults: faultsOf(head.error, place, []) };
  const read = head.data.rows.map((item, index) => readItem(head.data.kind, item, index, place, sources));
  return { rows: read.flatMap((one) => one.rows), faults: read.flatMap((one) => one.faults) };
}

function readItem(
  kind: RowKind,
  item: Record<string, unknown>,
  index: number,
  place: Place,
  sources: PackSources,
): { rows: PackRow[]; faults: PackFault[] } {
  const at = ["rows", index];
  const parts = Object.entries(item);
  const envelope = Envelope.safeParse(
    Object.fromEntries(parts.filter(([field]) => envelopeFields.includes(field))),
  );
  const statement = statements[kind].safeParse({
    ...unknowns(kind),
    kind,
    ...Object.fromEntries(parts.filter(([field]) => !envelopeFields.includes(field))),
  });
  const faults = [envelope, statement].flatMap((read) =>
    read.success ? [] : faultsOf(read.error, place, at),
  );
  if (!envelope.success || !statement.success) return { rows: [], faults };
  const { from, to, source, confidence, document, note } = envelope.data;
  const said = sources.get(source);
  const line = (field: string) => place.yaml.lineOf([...at, field]);
  if (said === undefined) {
    faults.push({
      file: place.file,
      line: line("source"),
      field: "source",
      message: `sources.yaml has no “${source}”`,
    });
  }
  if (from !== null && to !== null && from >= to) {
    faults.push({ file: place.file, line: line("to"), field: "to", message: "must be later than from" });
  }
  if (said === undefined || faults.length > 0) return { rows: [], faults };
  const row: PackRow = {
    statement: statement.data,
    source: {
      confidence,
      citation: note === undefined ? said.citation : `${said.citation}. ${note}`,
      ...(said.url === undefined ? {} : { url: said.url }),
      ...(document === undefined ? {} : { document }),
    },
    validFrom: from,
    validTo: to,
    file: place.file,
    line: place.yaml.lineOf(at),
  };
  return { rows: [row], faults: [] };
}

const unknownsBefore = new Map<RowKind, Record<string, unknown>>();

/** What an item may leave out: fields that can be unknown (null) or empty. The rest must be stated. */
function unknowns(kind: RowKind): Record<string, unknown> {
  const known = unknownsBefore.get(kind);
  if (known !== undefined) return known;
  const fields: [string, z.ZodType][] = Object.entries(statements[kind].shape);
  const guesses = fields.flatMap(([field, schema]): [string, unknown][] => {
    if (schema.safeParse(null).success) return [[field, null]];
    return schema.safeParse([]).success ? [[field, []]] : [];
  });
  const found = Object.fromEntries(guesses);
  unknownsBefore.set(kind, found);
  return found;
}

function faultsOf(error: z.ZodError, place: Place, at: readonly (string | number)[]): PackFault[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
    const fields = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...path, key]) : [path];
    return fields.map((field) => ({
      file: place.file,
      line: place.yaml.lineOf([...at, ...field]),
      field: field.join(".") || "row",
      message: issue.code === "unrecognized_keys" ? "no such field" : issue.message,
    }));
  });
}
