import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const LOCK = '{ "name": "nothing" }';
const BUILD = `const fs = require("node:fs"); fs.mkdirSync("dist", { recursive: true }); fs.writeFileSync("dist/index.html", "");`;
let root = "";

/** A clone in small: the set-up itself, a lock file that counts as installed, and a vite that only writes its page. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "moc-set-up-"));
  for (const folder of ["tools", "web", "contract", "engines", "bin", "node_modules/vite/bin"])
    mkdirSync(join(root, folder), { recursive: true });
  cpSync(join(import.meta.dirname, "set-up.mjs"), join(root, "tools/set-up.mjs"));
  writeFileSync(join(root, "package-lock.json"), LOCK);
  writeFileSync(join(root, "node_modules/.moc-lock"), createHash("sha256").update(LOCK).digest("hex"));
  writeFileSync(join(root, "node_modules/vite/bin/vite.js"), BUILD);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const setUp = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, "tools/set-up.mjs"), ...args], {
    encoding: "utf8",
    env: { ...process.env, PATH: `${join(root, "bin")}:${process.env.PATH}` },
  });

test("an installed clone passes in silence", () => {
  expect(setUp()).toMatchObject({ status: 0, stdout: "", stderr: "" });
});

test("a Node that is too old is named together with the mend", () => {
  writeFileSync(join(root, "bin/node"), "#!/bin/sh\necho v20.1.0\n", { mode: 0o755 });
  const { status, stderr } = setUp();
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^Node\.js 24 or newer is needed and v20\.1\.0 was found: install it from \S+ and run again\.\n$/,
  );
});

test("packages that cannot be installed stop the set-up and are tried again", () => {
  writeFileSync(join(root, "package-lock.json"), "{}");
  writeFileSync(join(root, "bin/npm"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  for (let i = 0; i < 2; i++) {
    const { status, stderr } = setUp();
    expect(status).toBe(1);
    expect(stderr).toContain("could not be installed");
  }
});

test("the pages are built when they are missing or older than a source, and not again", () => {
  const built = join(root, "web/dist/index.html");
  expect(setUp("--web").stderr).toBe("");
  expect(existsSync(built)).toBe(false);
  writeFileSync(join(root, "web/vite.config.ts"), "");
  expect(setUp("--web").stderr).toContain("Building the pages");
  const first = statSync(built).mtimeMs;
  expect(setUp("--web").stderr).toBe("");
  expect(statSync(built).mtimeMs).toBe(first);
  writeFileSync(join(root, "contract/new.ts"), "");
  const later = Date.now() / 1000 + 60;
  utimesSync(join(root, "contract/new.ts"), later, later);
  expect(setUp("--web").stderr).toContain("Building the pages");
  expect(setUp("--web", "--quiet").stderr).toBe("");
});

test("a failed build says why and fails", () => {
  writeFileSync(join(root, "web/vite.config.ts"), "");
  writeFileSync(
    join(root, "node_modules/vite/bin/vite.js"),
    'console.error("no such module"); process.exit(1);',
  );
  const { status, stderr } = setUp("--web");
  expect(status).toBe(1);
  expect(stderr).toContain("no such module");
});
