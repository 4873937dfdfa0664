import { type AnyContractRouter, getEventIteratorSchemaDetails, isContractProcedure } from "@orpc/contract";
import { z } from "zod";

/** What crosses the wire, by name (`gate.declareVehicle`, `gate.called`): routes, codes and JSON schemas without their prose. */
export type WireShape = Record<string, unknown>;

const PROSE = new Set(["description", "title", "examples", "summary"]);

/** Drops the prose and orders what has no order, so that neither a better sentence nor a moved line is a change of the wire. */
function bare(value: unknown, key?: string): unknown {
  if (Array.isArray(value)) return key === "required" ? value.toSorted() : value.map((item) => bare(item));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(
    ([name, inner]) => !(PROSE.has(name) && typeof inner === "string"),
  );
  const ordered = kept.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(ordered.map(([name, inner]) => [name, bare(inner, name)]));
}

function jsonSchema(schema: unknown, io: "input" | "output"): unknown {
  if (schema === undefined) return null;
  if (schema instanceof z.ZodType) return bare(z.toJSONSchema(schema, { io, unrepresentable: "any" }));
  const stream = getEventIteratorSchemaDetails(schema as never); // as: the parameter's type is not exported
  if (stream) return { yields: jsonSchema(stream.yields, io), returns: jsonSchema(stream.returns, io) };
  throw new Error("a schema that is neither zod nor an event stream");
}

/** The shape of every procedure of the API. */
export function shapeOfRoutes(router: AnyContractRouter, prefix = ""): WireShape {
  const shape: WireShape = {};
  for (const [name, part] of Object.entries(router)) {
    const path = `${prefix}${name}`;
    if (!isContractProcedure(part)) {
      Object.assign(shape, shapeOfRoutes(part, `${path}.`));
      continue;
    }
    const { route, inputSchema, outputSchema, errorMap } = part["~orpc"];
    const statuses: [string, { status?: number } | undefined][] = Object.entries(errorMap);
    shape[path] = {
      route: bare({ ...route, tags: undefined }),
      input: jsonSchema(inputSchema, "input"),
      output: jsonSchema(outputSchema, "output"),
      errors: bare(Object.fromEntries(statuses.map(([code, error]) => [code, error?.status]))),
    };
  }
  return shape;
}

/** The shape of every event that is stored and streamed. */
export function shapeOfEvents(events: Readonly<Record<string, z.ZodType>>): WireShape {
  return Object.fromEntries(
    Object.entries(events).map(([kind, schema]) => [kind, jsonSchema(schema, "output")]),
  );
}
