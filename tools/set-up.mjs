// Brings a bare clone to a state in which the other scripts run. Plain JavaScript: it runs on the
// system's Node (>= 20), before the project's own Node 24 is there.
//   --quiet  no progress lines, only errors
//   --web    also builds the pages when they are missing or older than their sources
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const flags = new Set(process.argv.slice(2));
const OLDEST_NODE = 24;
/** Installed packages take 0.7 GB, the built pages and the first data some more. */
const NEEDED_GB = 1.5;

const say = (text) => process.stderr.write(`${text}\n`);
const progress = (text) => flags.has("--quiet") || say(text);

/** @returns {never} */
function stop(text) {
  say(text);
  process.exit(1);
}

/** Permission and space, before a long step fails half-way. */
function checkRoom() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    stop(
      `The folder ${root} is not writable for this user: change its owner, or clone into a folder of your own.`,
    );
  }
  const { bavail, bsize } = statfsSync(root);
  const freeGb = (bavail * bsize) / 1e9;
  if (freeGb < NEEDED_GB)
    stop(
      `Only ${freeGb.toFixed(1)} GB are free on the disk of ${root}: free at least ${NEEDED_GB} GB and run again.`,
    );
}

function installPackages() {
  const stamp = `${root}node_modules/.moc-lock`;
  const lock = createHash("sha256")
    .update(readFileSync(`${root}package-lock.json`))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  checkRoom();
  progress("Installing the locked packages (once, under a minute) ...");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (npm.error?.code === "ENOENT")
    stop("npm is missing: install Node.js with npm (Debian: apt-get install npm) and run again.");
  if (npm.status !== 0)
    stop("The packages could not be installed: mend what the message above says and run again.");
  writeFileSync(stamp, lock);
}

/** The lock file brings Node 24 for Linux; elsewhere the system's own must be new enough. */
function checkNode() {
  const node = existsSync(`${root}node_modules/.bin/node`) ? `${root}node_modules/.bin/node` : "node";
  const version = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout?.trim() ?? "none";
  if (Number(/^v(\d+)/.exec(version)?.[1] ?? 0) < OLDEST_NODE)
    stop(
      `Node.js ${OLDEST_NODE} or newer is needed and ${version} was found: install it from https://nodejs.org and run again.`,
    );
}

/** The newest change below the given folders, in milliseconds; built and installed files are left out. */
function newest(folders) {
  let latest = 0;
  for (const folder of folders)
    for (const entry of readdirSync(`${root}${folder}`, { withFileTypes: true })) {
      if (entry.name === "dist" || entry.name === "node_modules") continue;
      const path = `${folder}/${entry.name}`;
      latest = Math.max(latest, entry.isDirectory() ? newest([path]) : statSync(`${root}${path}`).mtimeMs);
    }
  return latest;
}

function buildWeb() {
  if (!existsSync(`${root}web/vite.config.ts`)) return;
  const built = `${root}web/dist/index.html`;
  const sources = Math.max(
    newest(["web", "contract", "engines"]),
    statSync(`${root}package-lock.json`).mtimeMs,
  );
  if (existsSync(built) && statSync(built).mtimeMs >= sources) return;
  checkRoom();
  progress("Building the pages (once after each change, a few seconds) ...");
  const node = existsSync(`${root}node_modules/.bin/node`) ? `${root}node_modules/.bin/node` : "node";
  const vite = spawnSync(node, [`${root}node_modules/vite/bin/vite.js`, "build", "--logLevel", "warn"], {
    cwd: `${root}web`,
    encoding: "utf8",
  });
  if (vite.status !== 0)
    stop(`${vite.stdout}${vite.stderr}\nThe pages could not be built: see the message above.`);
}

installPackages();
checkNode();
if (flags.has("--web")) buildWeb();
