import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { api } from "@moc/contract/api.ts";
import { createORPCClient } from "@orpc/client";
import { OpenAPILink } from "@orpc/openapi-client/fetch";
import { firstDay } from "./first-day.ts";
import type { Client } from "./open-world.ts";

const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));

export type RunningServer = {
  /** Empty for a worker, which does not listen. */
  url: string;
  /** Passwords that the start printed, by user name. */
  passwords: ReadonlyMap<string, string>;
  /** Signs in through the front door, as a browser would. @returns the API with that session. */
  signIn(userName: string, password?: string): Promise<Client>;
  /** The session cookie of an account, for requests outside the contract. */
  cookieOf(userName: string, password?: string): Promise<string>;
  /** A device with one scope, its token issued by the administrator. */
  device(scope: string): Promise<Client>;
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to end, as a service manager does. */
  stop(): Promise<void>;
};

const startLimit = 240_000; // ms; a loaded machine takes its time over the first migration

/** Starts the real server as a process of its own on a free port and waits until the zone is open. */
export async function startServer(environment: Record<string, string>): Promise<RunningServer> {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main, "serve"], {
    env: { ...process.env, PORT: "0", MOC_BEGIN: firstDay, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // A demonstration prints a list of accounts that ends after the auditor's; a live zone prints none.
  const printed = await untilOpen(
    child,
    environment.MOC_DEMO === "0" ? /Mốc (is open|works)\b.*\n/ : / auditor\n/,
  );
  const url = /Mốc is open: (\S+)/.exec(printed)?.[1] ?? "";
  const passwords = new Map(
    [...printed.matchAll(/^ {2}(\S+) +(\S{4}(?:-\S{4})+) +\S+$/gm)].map((match) => [
      String(match[1]),
      String(match[2]),
    ]),
  );
  const cookieOf = (userName: string, password = passwords.get(userName) ?? "") =>
    signIn(url, userName, password);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  };
  return {
    url,
    passwords,
    signIn: async (userName, password) => clientOf(url, await cookieOf(userName, password)),
    cookieOf,
    device: async (scope) => deviceOf(url, clientOf(url, await cookieOf("quan-tri")), scope),
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
}

function untilOpen(child: ChildProcess, last: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    let complained = "";
    const limit = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`the server did not open in time:\n${printed}${complained}`));
    }, startLimit);
    child.stdout?.on("data", (text: Buffer) => {
      printed += text.toString();
      if (!last.test(printed)) return;
      clearTimeout(limit);
      resolve(printed);
    });
    child.stderr?.on("data", (text: Buffer) => {
      complained = (complained + text.toString()).slice(-4000);
    });
    child.once("exit", (code) => {
      clearTimeout(limit);
      reject(new Error(`the server ended with ${code}:\n${printed}${complained}`));
    });
  });
}

async function signIn(url: string, userName: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ name: userName, password }),
  });
  if (!answer.ok) throw new Error(`${userName} could not sign in: ${answer.status} ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}

function clientOf(url: string, cookie: string): Client {
  const link = new OpenAPILink(api, { url: `${url}/api`, headers: { cookie, origin: url } });
  return createORPCClient<Client>(link);
}

async function deviceOf(url: string, administrator: Client, scope: string): Promise<Client> {
  const { secret } = await administrator.identity.issueToken({
    command: crypto.randomUUID(),
    name: `device ${scope}`,
    roles: [],
    organisation: null,
    scopes: [scope],
    expiresAt: new Date(Date.now() + 24 * 3_600_000).toISOString(),
  });
  const link = new OpenAPILink(api, { url: `${url}/api`, headers: { authorization: `Bearer ${secret}` } });
  return createORPCClient<Client>(link);
}
