import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { DeclarationCode } from "@moc/contract/gate/entries.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { readerOf } from "../../platform/http/server.ts";
import { mountDriverAnswers } from "./driver-answers.ts";
import { driverContent, driverShell } from "./driver-page.ts";
import { driverWords } from "./driver-words.ts";
import { entriesContent, entriesWords } from "./entries-page.ts";
import { intakeContent, readIntake } from "./intake-page.ts";
import { intakeWords } from "./intake-words.ts";
import { type GateParts, rulesNow, sidesOf } from "./parts.ts";
import { queueContent, readPublicQueue } from "./queue-page.ts";
import { readDriverPage } from "./read-driver-page.ts";
import { findByCode } from "./trip-store.ts";
import { verifyEntries } from "./verify-entries.ts";
import { endedContent, readVoidSlip } from "./void-page.ts";

const style = readFileSync(new URL("./driver.css", import.meta.url), "utf8");
const script = readFileSync(new URL("./driver.js", import.meta.url), "utf8");
const version = digest(style + script);

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 16);
}

/** Sends a page that is asked for again and again: an unchanged one costs a few bytes. */
function sendPage(request: FastifyRequest, reply: FastifyReply, body: string) {
  const etag = `"${digest(body)}"`;
  reply.header("etag", etag).header("cache-control", "private, no-cache");
  if (request.headers["if-none-match"] === etag) return reply.status(304).send();
  return reply.type("text/html; charset=utf-8").send(body);
}

type Asked = { Params: { key: string }; Querystring: { part?: string } };

/** The driver's page behind its link and the public page of each queue: rendered here, readable without script. */
export function mountPages(app: FastifyInstance, parts: GateParts): void {
  const forever = "public, max-age=31536000, immutable";
  app.get("/d/page.css", async (_request, reply) =>
    reply.type("text/css; charset=utf-8").header("cache-control", forever).send(style),
  );
  app.get("/d/page.js", async (_request, reply) =>
    reply.type("text/javascript; charset=utf-8").header("cache-control", forever).send(script),
  );
  app.get<Asked>("/d/:key", async (request, reply) => {
    const { language } = readerOf(request, null);
    const page = await readDriverPage(parts, request.params.key);
    const words = driverWords[language];
    if (page === null) {
      const content = endedContent(await readVoidSlip(parts, request.params.key), language, parts);
      reply.status(410).header("cache-control", "no-store").type("text/html; charset=utf-8");
      return reply.send(driverShell(words.page, language, content, { version, help: "driver" }));
    }
    const content = driverContent(page, language);
    if (request.query.part !== undefined) return sendPage(request, reply, content.text);
    return sendPage(request, reply, driverShell(words.page, language, content, { version, help: "driver" }));
  });
  mountDriverAnswers(app, parts);
  app.get<Asked>("/intake", async (request, reply) => {
    const { language } = readerOf(request, null);
    const content = intakeContent(await readIntake(parts), language, {
      timeZone: parts.clock.timeZone,
      sides: sidesOf(rulesNow(parts)),
    });
    if (request.query.part !== undefined) return sendPage(request, reply, content.text);
    return sendPage(
      request,
      reply,
      driverShell(intakeWords[language].title, language, content, { version, help: "intake" }),
    );
  });
  app.get("/intake.json", async (_request, reply) =>
    reply.header("cache-control", "public, max-age=10").send(await readIntake(parts)),
  );
  app.get<Asked>("/v/:key", async (request, reply) => {
    const { language } = readerOf(request, null);
    const code = DeclarationCode.safeParse(request.params.key);
    const known = code.success ? await findByCode(parts.database.db, code.data) : undefined;
    const proof =
      code.success && known !== undefined ? await verifyEntries(parts, { code: code.data }) : null;
    const content = entriesContent(proof, language, parts.clock.timeZone);
    if (proof === null) reply.status(404);
    return sendPage(
      request,
      reply,
      driverShell(entriesWords[language].title, language, content, { version, help: "entries" }),
    );
  });
  app.get<Asked>("/q/:key", async (request, reply) => {
    const { language } = readerOf(request, null);
    const asData = request.params.key.endsWith(".json");
    const queue = await readPublicQueue(parts, request.params.key.replace(/\.json$/, ""));
    if (queue === null) throw new Refusal("not_found");
    if (asData) return reply.header("cache-control", "public, max-age=10").send(queue);
    const content = queueContent(queue, language, {
      timeZone: parts.clock.timeZone,
      places: new Map([...rulesNow(parts).park, ...rulesNow(parts).route].map((one) => [one.key, one.name])),
    });
    if (request.query.part !== undefined) return sendPage(request, reply, content.text);
    return sendPage(
      request,
      reply,
      driverShell(driverWords[language].queue, language, content, { version, help: "queue" }),
    );
  });
}
