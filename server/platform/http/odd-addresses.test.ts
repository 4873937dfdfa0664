import { connect } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";

let world: World;
let port: number;
beforeAll(async () => {
  world = await openWorld();
  await world.zone.app.listen({ host: "127.0.0.1", port: 0 });
  port = Number(new URL(world.zone.app.listeningOrigin).port);
});
afterAll(() => world.close());

/** The answer to a request line as it is, which no client library would send. */
function ask(line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () =>
      socket.write(`${line} HTTP/1.1\r\nHost: local\r\nConnection: close\r\n\r\n`),
    );
    socket.setEncoding("utf8").on("data", (part: string) => {
      answer += part;
    });
    socket.on("close", () => resolve(answer)).on("error", reject);
  });
}

const paths = [
  "///",
  "//",
  "/\\..\\",
  "/%00",
  "/%ED%A0%80",
  "/%FF",
  "/%",
  "/..%2f..%2fetc%2fpasswd",
  "/../../etc/passwd",
];
const calls = ["/api///", "/api/trips/%00", "/api/trips/%", "/api/queues/%ED%A0%80/export"];
const pages = [
  "/intake?lang=%00",
  "/intake?lang=vi&lang=en",
  "/?lang[]=vi",
  "/v/%00",
  "/q/%zz",
  "/d/__proto__",
];

it.each([...paths, ...calls, ...pages, `/${"a".repeat(9_000)}`])(
  "%.40s is answered, by whatever method, and by no error of our own",
  async (address) => {
    for (const method of ["GET", "HEAD", "POST", "DELETE", "OPTIONS"]) {
      const answer = await ask(`${method} ${address}`);
      expect(answer).toMatch(/^HTTP\/1\.1 [234]\d\d /);
      expect(answer).not.toMatch(/root:|ERR_/);
      if (method !== "HEAD" && / 400 /.test(answer.slice(0, 14)))
        expect(answer).toContain("malformed_request");
    }
  },
);
