import { type CalendarProblemCode, calendarProblems } from "../calendar/calendar-data.ts";
import { findDay } from "../calendar/civil-day.ts";
import { everyDay, type Network } from "./network.ts";

export type NetworkProblemCode =
  | CalendarProblemCode
  | "not-json"
  | "id-twice"
  | "calendar-unknown"
  | "not-whole-days"
  | "days-too-many"
  | "range-reversed"
  | "node-unknown"
  | "edge-to-itself"
  | "edge-kind-unknown"
  | "edge-type-unknown"
  | "unit-unknown"
  | "finish-before-start"
  | "actual-after-as-of"
  | "as-of-missing"
  | "no-nodes"
  | "field-unknown"
  | "cycle"
  | "psplib-malformed";

/** What is wrong and in which field, as `nodes[3].duration`. */
export interface NetworkProblem {
  path: string;
  code: NetworkProblemCode;
  value: string;
}

/** Durations and lags beyond this many days are a slip of the keyboard, not a plan (some 2,700 years). */
export const mostDays = 1_000_000;

type Fields = Record<string, unknown>;
type Note = (path: string, code: NetworkProblemCode, value: unknown) => void;

const dateFields = [
  "startNoEarlierThan",
  "finishNoEarlierThan",
  "startNoLaterThan",
  "finishNoLaterThan",
  "actualStart",
  "actualFinish",
  "promised",
  "noReportSince",
] as const;
const nodeFields = new Set([
  "id",
  "name",
  "calendar",
  "duration",
  "unit",
  "remaining",
  "owner",
  ...dateFields,
]);
const edgeFields = new Set(["from", "to", "kind", "type", "lag", "lagUnit", "document"]);
const networkFields = new Set(["name", "start", "finishBy", "asOf", "calendars", "nodes", "edges"]);

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isDate(value: unknown): value is string {
  return typeof value === "string" && findDay(value) !== null;
}

function checkKnownFields(value: Fields, known: ReadonlySet<string>, path: string, note: Note): void {
  for (const field of Object.keys(value))
    if (!known.has(field)) note(`${path}${field}`, "field-unknown", field);
}

function checkTexts(value: Fields, fields: readonly string[], path: string, note: Note): void {
  for (const field of fields) {
    if (value[field] !== undefined && typeof value[field] !== "string")
      note(`${path}.${field}`, "not-a-text", value[field]);
  }
}

function checkDays(value: unknown, least: number, path: string, note: Note): void {
  if (typeof value !== "number" || !Number.isInteger(value)) note(path, "not-whole-days", value);
  else if (value < least || value > mostDays) note(path, "days-too-many", value);
}

function checkDuration(duration: unknown, path: string, note: Note): void {
  if (duration === null) return;
  if (!isFields(duration)) return checkDays(duration, 0, path, note);
  const { low, likely, high } = duration;
  checkDays(low, 0, `${path}.low`, note);
  checkDays(likely, 0, `${path}.likely`, note);
  checkDays(high, 0, `${path}.high`, note);
  if (!(Number(low) <= Number(likely) && Number(likely) <= Number(high)))
    note(path, "range-reversed", duration);
}

function checkProgress(node: Fields, asOf: unknown, path: string, note: Note): void {
  const { actualStart, actualFinish, remaining } = node;
  if (remaining !== undefined) checkDays(remaining, 0, `${path}.remaining`, note);
  if (actualStart === undefined && actualFinish === undefined) return;
  if (asOf === undefined) return note("asOf", "as-of-missing", "");
  for (const field of ["actualStart", "actualFinish"] as const) {
    const day = node[field];
    if (isDate(day) && isDate(asOf) && day > asOf) note(`${path}.${field}`, "actual-after-as-of", day);
  }
  if (isDate(actualStart) && isDate(actualFinish) && actualFinish < actualStart) {
    note(`${path}.actualFinish`, "finish-before-start", actualFinish);
  }
}

function checkNode(
  node: unknown,
  network: Fields,
  calendars: ReadonlySet<unknown>,
  path: string,
  note: Note,
): void {
  if (!isFields(node)) return note(path, "not-an-object", node);
  checkKnownFields(node, nodeFields, `${path}.`, note);
  if (typeof node["id"] !== "string" || node["id"] === "") note(`${path}.id`, "not-a-text", node["id"]);
  checkTexts(node, ["name", "owner"], path, note);
  if (node["calendar"] !== undefined && !calendars.has(node["calendar"])) {
    note(`${path}.calendar`, "calendar-unknown", node["calendar"]);
  }
  checkDuration(node["duration"], `${path}.duration`, note);
  checkUnit(node["unit"], `${path}.unit`, note);
  for (const field of dateFields) {
    if (node[field] !== undefined && !isDate(node[field]))
      note(`${path}.${field}`, "not-a-date", node[field]);
  }
  checkProgress(node, network["asOf"], path, note);
}

function checkUnit(unit: unknown, path: string, note: Note): void {
  if (unit !== undefined && unit !== "working-day" && unit !== "day") note(path, "unit-unknown", unit);
}

function checkEdge(edge: unknown, ids: ReadonlySet<unknown>, path: string, note: Note): void {
  if (!isFields(edge)) return note(path, "not-an-object", edge);
  checkKnownFields(edge, edgeFields, `${path}.`, note);
  for (const end of ["from", "to"] as const) {
    if (!ids.has(edge[end])) note(`${path}.${end}`, "node-unknown", edge[end]);
  }
  if (edge["from"] === edge["to"]) note(path, "edge-to-itself", edge["from"]);
  if (!["legal", "practical", "parallel"].includes(String(edge["kind"])))
    note(`${path}.kind`, "edge-kind-unknown", edge["kind"]);
  const type = edge["type"];
  if (type !== undefined && (typeof type !== "string" || !["FS", "SS", "FF", "SF"].includes(type))) {
    note(`${path}.type`, "edge-type-unknown", type);
  }
  if (edge["lag"] !== undefined) checkDays(edge["lag"], -mostDays, `${path}.lag`, note);
  checkUnit(edge["lagUnit"], `${path}.lagUnit`, note);
  checkTexts(edge, ["document"], path, note);
}

function checkCalendars(calendars: unknown, note: Note): Set<unknown> {
  const ids = new Set<unknown>([everyDay]);
  if (!Array.isArray(calendars)) {
    note("calendars", "not-a-list", calendars);
    return ids;
  }
  calendars.forEach((calendar, index) => {
    for (const problem of calendarProblems(calendar))
      note(`calendars[${index}].${problem.path}`, problem.code, problem.value);
    const id: unknown = isFields(calendar) ? calendar["id"] : undefined;
    if (ids.has(id)) note(`calendars[${index}].id`, "id-twice", id);
    ids.add(id);
  });
  return ids;
}

function checkNodes(network: Fields, calendars: ReadonlySet<unknown>, note: Note): Set<unknown> {
  const ids = new Set<unknown>();
  const { nodes } = network;
  if (!Array.isArray(nodes)) note("nodes", "not-a-list", nodes);
  else if (nodes.length === 0) note("nodes", "no-nodes", "");
  else {
    nodes.forEach((node, index) => {
      checkNode(node, network, calendars, `nodes[${index}]`, note);
      const id: unknown = isFields(node) ? node["id"] : undefined;
      if (ids.has(id)) note(`nodes[${index}].id`, "id-twice", id);
      ids.add(id);
    });
  }
  return ids;
}

/** Everything wrong with a network as parsed from JSON, but for cycles; an empty list means it can be planned. */
export function networkProblems(network: unknown): NetworkProblem[] {
  const problems: NetworkProblem[] = [];
  const note: Note = (path, code, value) => {
    const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "undefined");
    problems.push({ path, code, value: text.slice(0, 200) });
  };
  if (!isFields(network)) {
    note("", "not-an-object", network);
    return problems;
  }
  checkKnownFields(network, networkFields, "", note);
  if (network["name"] !== undefined && typeof network["name"] !== "string")
    note("name", "not-a-text", network["name"]);
  if (!isDate(network["start"])) note("start", "not-a-date", network["start"]);
  for (const field of ["finishBy", "asOf"] as const) {
    if (network[field] !== undefined && !isDate(network[field])) note(field, "not-a-date", network[field]);
  }
  const ids = checkNodes(network, checkCalendars(network["calendars"], note), note);
  if (!Array.isArray(network["edges"])) note("edges", "not-a-list", network["edges"]);
  else network["edges"].forEach((edge, index) => checkEdge(edge, ids, `edges[${index}]`, note));
  return problems;
}

/** The network of a JSON text, or all that is wrong with it. */
export function readNetwork(text: string): { network: Network } | { problems: NetworkProblem[] } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { problems: [{ path: "", code: "not-json", value: error instanceof Error ? error.message : "" }] };
  }
  const problems = networkProblems(parsed);
  return problems.length > 0 ? { problems } : { network: parsed as Network }; // every field was checked just above
}
