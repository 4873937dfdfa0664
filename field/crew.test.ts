import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hireCrew } from "./crew.ts";

const hired: string[] = [];
/** The desk at which tokens are issued; it only writes down for whom. */
const office = createServer((request, response) => {
  void text(request).then((asked) => {
    const { name } = JSON.parse(asked) as { name: string }; // as: the request of the contract
    hired.push(name);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ secret: "s" }));
  });
});
const names: Readonly<Record<string, string>> = { "firm-x": "Hãng xe Biên Xa", "yard-y": "Bãi Dưới" };

beforeAll(async () => {
  office.listen(0, "127.0.0.1");
  await once(office, "listening");
  const { port } = office.address() as AddressInfo; // as: it listens on a port
  await hireCrew(`http://127.0.0.1:${port}`, "token", {
    checkForces: new Map(),
    firms: ["firm-x"],
    agents: [],
    yards: new Map([["yard-y", "firm-x"]]),
    organisationOf: () => null,
    nameOf: (key) => names[key] ?? key,
  });
});
afterAll(() => office.close());

test("who is hired is called by a name that people read, never by a key", () => {
  expect(hired).toContain("Nhân viên Hãng xe Biên Xa (mô phỏng)");
  expect(hired).toContain("Nhân viên bến bãi Bãi Dưới (mô phỏng)");
});

test("nobody of the field can be taken for one who exists", () => {
  expect(hired.filter((name) => !name.endsWith(" (mô phỏng)"))).toEqual([]);
});
