import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askTill } from "./send.ts";

const heard: string[] = [];
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (part) => {
    body += String(part);
  });
  request.on("end", () => {
    heard.push(body);
    response.statusCode = heard.length === 2 ? 503 : 409;
    if (heard.length === 1) request.socket.destroy();
    else response.end();
  });
});
beforeAll(() => new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready)));
afterAll(() => void server.close());

test("a cut line and a server that is away are asked again with the same content, and a refusal is an answer", async () => {
  const { port } = server.address() as AddressInfo; // as: it listens on a port
  const request = new Request(`http://127.0.0.1:${port}/`, { method: "POST", body: "same id" });
  expect((await askTill(request)).status).toBe(409);
  expect(heard).toEqual(["same id", "same id", "same id"]);
});
