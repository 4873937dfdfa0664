import * as fc from "fast-check";
import { z } from "zod";

/** A JSON schema, as far as the schemas of the contract go. */
type Schema = {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  format?: string;
  pattern?: string;
  maxLength?: number;
};

/** Values that stand under a name in what was answered so far: ids of trips, keys of routes, plates, codes. */
export type Known = (name: string) => readonly string[];

// What has broken programs before: texts that a database does not take, instants that are none, numbers beyond its own.
const texts = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\u202e\u200b",
  "'; --",
  "%_\\",
  "__proto__",
  "NaN",
  "1e400",
];
const instants = [
  "9999-12-31T23:59:59.999Z",
  "0000-01-01T00:00:00Z",
  "-271821-04-20",
  "9999-12-31",
  "2026-02-30",
];
const numbers = [-1, 0, 0.1, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308];
const long = ["x".repeat(70_000), "🚚".repeat(300), Array.from({ length: 3_000 }, () => "a")];
const hostile = fc.constantFrom<unknown>(...texts, ...instants, ...numbers, ...long, null, true, [], {});

const shapes: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}-/,
  date: /^\d{4}-\d\d-\d\d$/,
  "date-time": /^\d{4}-\d\d-\d\dT/,
};

function fits(
  value: string,
  { format = "", pattern, maxLength = Number.POSITIVE_INFINITY }: Schema,
): boolean {
  const shape = shapes[format] ?? (pattern === undefined ? undefined : new RegExp(pattern, "u"));
  return value.length <= maxLength && (shape === undefined || shape.test(value));
}

const plain = fc.constantFrom("a", "Nguyễn Văn Thử", "lý do thử", "x".repeat(200));
const wide = 1_000_000;

/** Inputs for a schema: what it allows, with known values where the name has some, and in half of them now and then a hostile one. */
export function inputFor(schema: z.ZodType, known: Known): fc.Arbitrary<unknown> {
  const root = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema; // as: a schema of the contract
  return fc.oneof(drawn(root, known, 0), drawn(root, known, 1));
}

function drawn(root: Schema, known: Known, weight: number): fc.Arbitrary<unknown> {
  const part = (schema: Schema, name: string): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 20, arbitrary: allowed(schema, name) }, { weight, arbitrary: hostile });

  function text(schema: Schema, name: string): fc.Arbitrary<unknown> {
    const fresh =
      schema.format === "uuid" || name === "command"
        ? fc.uuid({ version: 4 })
        : schema.format === "date-time" || schema.format === "date"
          ? fc
              .date({ min: new Date("2026-01-01"), max: new Date("2027-01-01"), noInvalidDate: true })
              .map((at) => (schema.format === "date" ? at.toISOString().slice(0, 10) : at.toISOString()))
          : schema.pattern === undefined
            ? plain.map((one) => one.slice(0, schema.maxLength))
            : fc.stringMatching(new RegExp(schema.pattern, "u"));
    if (name === "command") return fresh;
    return fc.tuple(fc.nat(), fc.nat(9), fresh).map(([at, of, own]) => {
      const pool = known(name).filter((one) => fits(one, schema));
      return of < 8 && pool.length > 0 ? pool[at % pool.length] : own;
    });
  }

  function object({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
    const entries = Object.entries(properties).map(([key, inner]): [string, fc.Arbitrary<unknown>] => [
      key,
      part(inner, key),
    ]);
    return fc.record(Object.fromEntries(entries), { requiredKeys: required });
  }

  function allowed(schema: Schema, name: string): fc.Arbitrary<unknown> {
    const { $ref, minimum = 0, maximum = wide } = schema;
    if ($ref !== undefined) return part(root.$defs?.[$ref.replace("#/$defs/", "")] ?? {}, name);
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    const either = schema.anyOf ?? schema.oneOf;
    if (either !== undefined) return fc.oneof(...either.map((one) => allowed(one, name)));
    if (schema.allOf !== undefined)
      return fc
        .tuple(...schema.allOf.map((one) => allowed(one, name)))
        .map((all) => Object.assign({}, ...all));
    if (schema.type === "object") return object(schema);
    if (schema.type === "array") {
      const { minItems: minLength = 0, maxItems = 3 } = schema;
      return fc.array(part(schema.items ?? {}, name), {
        minLength,
        maxLength: Math.max(minLength, Math.min(3, maxItems)),
      });
    }
    if (schema.type === "integer" || schema.type === "number")
      return fc.oneof(
        fc.integer({ min: Math.max(minimum, -wide), max: Math.min(maximum, wide) }),
        fc.constantFrom(minimum, maximum),
      );
    if (schema.type === "boolean") return fc.boolean();
    if (schema.type === "null") return fc.constant(null);
    return text(schema, name);
  }

  return part(root, "");
}
