import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import { api } from "@moc/contract/api.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { FastifyInstance } from "fastify";
import { describeApi } from "../platform/http/open-api.ts";
import { apiPage } from "./api-page.ts";

export const version = "0.1.0";

/** Serves the description of the API, for machines and for people, and the built staff application. */
export async function mountDocuments(app: FastifyInstance): Promise<void> {
  // Written for the first who asks: it would be a third of a second of every start.
  let written: ReturnType<typeof describeApi> | undefined;
  const document = () => {
    written ??= describeApi(api, version);
    return written;
  };
  const style = readFileSync(new URL("./api-page.css", import.meta.url), "utf8");
  app.get("/api/openapi.json", document);
  app.get("/api", async (_request, reply) =>
    reply.type("text/html; charset=utf-8").send(apiPage(await document())),
  );
  app.get("/api/page.css", async (_request, reply) => reply.type("text/css; charset=utf-8").send(style));
  const built = fileURLToPath(new URL("../../web/dist", import.meta.url));
  if (!existsSync(built)) return;
  const assets = join(built, "assets");
  await app.register(fastifyStatic, {
    root: built,
    wildcard: false,
    cacheControl: false,
    // The name of an asset tells its content; every other file is another one after an upgrade.
    setHeaders: (reply, path) => {
      void reply.header(
        "cache-control",
        path.startsWith(assets) ? "max-age=31536000, immutable" : "no-cache",
      );
    },
  });
  // Every other address of a person is a screen of the staff application, which routes it itself.
  app.get("/*", async (request, reply) => {
    if (/^\/(api|assets)\//.test(request.url)) throw new Refusal("not_found");
    return reply.header("cache-control", "no-cache").sendFile("index.html");
  });
}
