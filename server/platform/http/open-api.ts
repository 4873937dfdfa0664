import type { AnyContractRouter } from "@orpc/contract";
import { OpenAPIGenerator } from "@orpc/openapi";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";

const description =
  "The public API of the zone. Commands carry a `command` id that the caller makes; repeated with the same content they succeed without effect. Refusals carry a code, a sentence in the reader's language and the fields to mend.";

/** OpenAPI 3.1 of the whole contract, with the live stream, which the generator cannot see, written by hand. */
export async function describeApi(contract: AnyContractRouter, version: string) {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: { title: "Mốc", version, description, license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    servers: [{ url: "/api" }],
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "moc_session" },
        token: { type: "http", scheme: "bearer" },
      },
    },
    security: [{ session: [] }, { token: [] }],
  });
  document.paths = { ...document.paths, "/live": liveStream };
  return document;
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
