import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { type DirectorySettings, directoryEnvironment, readDirectory } from "./directory-settings.ts";

/** A setting is wrong or something outside is in the way: one sentence with the mend, no stack. */
export class StartError extends Error {
  override name = "StartError";
}

const flag = z.enum(["0", "1", "true", "false"]).transform((value) => value === "1" || value === "true");
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgres://");

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: z.url().optional(),
  TRUST_PROXY: flag.default(false),
  DATA_DIR: z.string().default("data"),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_MIGRATE_URL: postgresUrl.optional(),
  MOC_PACK: z.string().default("packs/dong-dang"),
  MOC_DEMO: flag.optional(),
  MOC_FIELD: flag.default(true),
  MOC_BEGIN: z.iso.date("must be a day such as 2026-01-15").optional(),
  MOC_ROLE: z.enum(["all", "web", "worker"]).default("all"),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "must begin with smtp:// or smtps://")
    .optional(),
  MAIL_FROM: z.email("must be an address").optional(),
  MOC_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  ...directoryEnvironment,
});

/** Settings of one process, from its environment alone. */
export type Settings = {
  port: number;
  host: string;
  publicUrl: string | null;
  trustProxy: boolean;
  dataDir: string;
  databaseUrl: string | null;
  databaseMigrateUrl: string | null;
  pack: string;
  /** What a zone becomes when it is made: PGlite demo, PostgreSQL live, unless MOC_DEMO says otherwise. */
  newZoneMode: "demo" | "live";
  /** The civil day on which a new demonstration begins; null: today. */
  begins: string | null;
  /** Whether a demonstration starts its simulated field. */
  field: boolean;
  /** `web` answers, `worker` seals and runs what runs by itself, `all` is both in one process. */
  role: "all" | "web" | "worker";
  secret: string;
  /** The operator's mail server and whom letters come from; null: no e-mail is sent. */
  mail: { url: string; from: string } | null;
  /** The OpenID provider through which people may sign in; null: off. */
  directory: DirectorySettings | null;
};

/** Reads and checks the environment. @throws StartError naming the variable and the mend. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0]);
    throw new StartError(
      `Setting ${name}="${environment[name]}" is wrong: ${issue?.message}. Correct it or leave it out.`,
    );
  }
  const env = parsed.data;
  const dataDir = resolve(env.DATA_DIR);
  if (env.MOC_ROLE !== "all" && env.DATABASE_URL === undefined) {
    throw new StartError(
      `Setting MOC_ROLE="${env.MOC_ROLE}" needs DATABASE_URL: the embedded database belongs to one process. Set it, or leave MOC_ROLE out.`,
    );
  }
  const directory = readDirectory(env);
  if (directory !== null && "missing" in directory) {
    throw new StartError(
      `Setting ${directory.missing} is missing: sign-in through a directory needs all of OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_LABEL_VI, OIDC_LABEL_EN, OIDC_LABEL_ZH. Set it, or leave all of them out.`,
    );
  }
  if ((env.SMTP_URL === undefined) !== (env.MAIL_FROM === undefined))
    throw new StartError(
      "Settings SMTP_URL and MAIL_FROM go together: set both to send e-mail, or leave both out.",
    );
  const newZoneMode = (env.MOC_DEMO ?? env.DATABASE_URL === undefined) ? "demo" : "live";
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL ?? null,
    trustProxy: env.TRUST_PROXY,
    dataDir,
    databaseUrl: env.DATABASE_URL ?? null,
    databaseMigrateUrl: env.DATABASE_MIGRATE_URL ?? null,
    pack: resolve(env.MOC_PACK),
    newZoneMode,
    begins: env.MOC_BEGIN ?? null,
    field: env.MOC_FIELD,
    role: env.MOC_ROLE,
    secret: env.MOC_SECRET ?? ownSecret(dataDir, newZoneMode),
    mail:
      env.SMTP_URL === undefined || env.MAIL_FROM === undefined
        ? null
        : { url: env.SMTP_URL, from: env.MAIL_FROM },
    directory,
  };
}

const mends: Record<string, string> = {
  ENOSPC: "the disk is full: free some space",
  EDQUOT: "this user's share of the disk is full: free some space",
  EACCES: "this user may not use it: change its owner, or choose another folder with DATA_DIR",
  EPERM: "this user may not use it: change its owner, or choose another folder with DATA_DIR",
  EROFS: "it cannot be written: choose another folder with DATA_DIR",
  ENOTDIR: "a part of the path is no folder: choose another one with DATA_DIR",
  EEXIST: "it is no folder: choose another one with DATA_DIR",
};

/** What is in the way of a file or folder as one sentence with the mend; null when it is something else. */
export function inTheWay(error: unknown): StartError | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  const mend = mends[String(error.code)];
  const path = "path" in error ? String(error.path) : "the data folder";
  return mend === undefined ? null : new StartError(`${path}: ${mend}.`);
}

/** Makes DATA_DIR, or says in one sentence why it cannot be used. */
export function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw inTheWay(error) ?? new StartError(`${dataDir} cannot be used (${String(error)}).`);
  }
}

// A demonstration keeps its own secret beside its data; a live zone must be given one, so that it is never
// backed up together with what it protects.
function ownSecret(dataDir: string, mode: "demo" | "live"): string {
  if (mode === "live") {
    throw new StartError(
      "Setting MOC_SECRET is required for a live zone: at least 32 random characters, kept apart from the data.",
    );
  }
  makeDataDir(dataDir);
  const path = join(dataDir, "secret");
  if (!existsSync(path)) makeSecret(path);
  const secret = readFileSync(path, "utf8").trim();
  if (secret.length >= 32) return secret;
  throw new StartError(
    `The secret in ${path} is cut off: put the whole one back from a copy; without it no protected data can be read.`,
  );
}

// Whole or not at all: a power cut between making and writing must not leave an empty secret to derive keys from.
function makeSecret(path: string): void {
  const part = `${path}.part`;
  writeFileSync(part, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flush: true });
  chmodSync(part, 0o600);
  renameSync(part, path);
}
