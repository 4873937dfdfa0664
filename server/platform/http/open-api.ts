import type { AnyContractRouter } from "@orpc/contract";
import { OpenAPIGenerator } from "@orpc/openapi";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import { z } from "zod";

const description =
  "The public API of the zone. Commands carry a `command` id that the caller makes; repeated with the same content they succeed without effect. Refusals carry a code, a sentence in the reader's language and the fields to mend.";

/** OpenAPI 3.1 of the whole contract, with the live stream, which the generator cannot see, written by hand. */
export async function describeApi(contract: AnyContractRouter, version: string) {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: { title: "Mốc", version, description, license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    servers: [{ url: "/api" }],
    components: {
      schemas: { Refusal: refusal },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "moc_session" },
        token: { type: "http", scheme: "bearer" },
      },
    },
    security: [{ session: [] }, { token: [] }],
    commonSchemas: namedSchemas(),
    // One envelope for every refusal: each operation tells the codes that it may give, the rest stands in one place.
    customErrorResponseBodySchema: (codes) => ({
      allOf: [{ $ref: "#/components/schemas/Refusal" }],
      properties: { code: { enum: codes.map(([code]) => code) } },
    }),
  });
  document.paths = { ...document.paths, "/live": liveStream };
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item ?? {})) dropQueryWords(operation);
  }
  return document;
}

/** Every schema of the contract that has a name of its own. */
function namedSchemas(): Record<string, { schema: z.ZodType }> {
  const named = [...z.globalRegistry._idmap].map(([id, schema]) => [id, { schema }]);
  return Object.fromEntries(named);
}

const refusal = {
  type: "object" as const,
  required: ["code", "status", "message", "data"],
  properties: {
    defined: { const: true },
    code: { type: "string" as const },
    status: { type: "integer" as const },
    message: { type: "string" as const, description: "In the reader's language" },
    data: {
      type: "object" as const,
      required: ["fields", "params", "requestId"],
      properties: {
        fields: {
          type: "array" as const,
          items: {
            type: "object" as const,
            required: ["path", "code", "message"],
            properties: {
              path: { type: "string" as const },
              code: { type: "string" as const },
              message: { type: "string" as const },
            },
          },
        },
        params: { type: "object" as const, additionalProperties: { type: "string" as const } },
        requestId: { type: "string" as const },
      },
    },
  },
};

// The generator gives every parameter the words that the specification keeps for those in the query.
function dropQueryWords(operation: unknown): void {
  if (operation === null || typeof operation !== "object" || !("parameters" in operation)) return;
  if (!Array.isArray(operation.parameters)) return;
  for (const parameter of operation.parameters) {
    if (parameter.in === "query") continue;
    delete parameter.allowEmptyValue;
    delete parameter.allowReserved;
  }
}

const liveStream = {
  get: {
    operationId: "live",
    summary: "What happens, as it happens",
    description:
      "Server-sent events. `event: log`, `id` the position in the sealed log, `data` {position, kind, subject, at}. Come back with `Last-Event-ID` (or `after`) and nothing is lost or repeated.",
    tags: ["platform"],
    parameters: [
      {
        name: "after",
        in: "query" as const,
        schema: { type: "integer" as const },
        description: "Position to go on from",
      },
      { name: "Last-Event-ID", in: "header" as const, schema: { type: "integer" as const } },
    ],
    responses: {
      "200": {
        description: "The stream",
        content: { "text/event-stream": { schema: { type: "string" as const } } },
      },
      "401": { description: "Not signed in" },
    },
  },
};
