import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../field/main.ts", import.meta.url));
const patience = [1, 2, 5, 10, 30]; // seconds before it is started again

// What the server alone may hold: with one of these the field would be more than a client.
const secrets = new Set([
  "MOC_SECRET",
  "DATABASE_URL",
  "DATABASE_MIGRATE_URL",
  "OIDC_CLIENT_SECRET",
  "SMTP_URL",
]);

/** The environment of the field's process: the machine's own without the server's secrets, its address and its token. */
export function fieldEnvironment(
  environment: NodeJS.ProcessEnv,
  url: string,
  token: string,
): NodeJS.ProcessEnv {
  const harmless = Object.entries(environment).filter(([name]) => !secrets.has(name));
  return { ...Object.fromEntries(harmless), MOC_FIELD_URL: url, MOC_FIELD_TOKEN: token };
}

type FieldLog = { warn(why: object, text: string): void; info(what: object, text: string): void };

/**
 * Starts the simulated field as a process of its own that knows nothing but the address of the API and one token, and
 * starts it again when it falls over; `hire` makes that token anew for each start and ends those of the start before.
 */
export function startField(
  url: string,
  hire: () => Promise<{ secret: string }>,
  log: FieldLog,
): { stop(): void } {
  let child: ChildProcess | undefined;
  let stopped = false;
  let falls = 0;

  async function start(): Promise<void> {
    const { secret } = await hire();
    if (stopped) return;
    // The token goes by environment, not by argument: arguments can be read by every user of the machine.
    const env = fieldEnvironment(process.env, url, secret);
    child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main], {
      env,
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let last = "";
    child.stderr?.on("data", (text: Buffer) => {
      last = (last + text.toString()).slice(-2000);
    });
    // At each midnight it tells how much it has sent, and what was refused.
    child.on("message", (played) => log.info({ played }, "the simulated field played a day"));
    child.once("exit", (code) => startLater({ code, last }));
    // A machine without memory or processes to spare starts none; unheard, that would end the server.
    child.once("error", (err) => startLater({ err }));
  }

  function startLater(why: object): void {
    if (stopped) return;
    const wait = patience[Math.min(falls, patience.length - 1)] ?? 30;
    falls += 1;
    log.warn(why, `the simulated field stopped; starting it again in ${wait} s`);
    setTimeout(run, wait * 1000).unref();
  }

  const run = () => void (stopped || start().catch((err: unknown) => startLater({ err })));
  run();
  return {
    stop() {
      stopped = true;
      child?.kill("SIGTERM");
    },
  };
}
