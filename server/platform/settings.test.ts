import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readSettings, StartError } from "./settings.ts";

const folder = mkdtempSync(join(tmpdir(), "moc-settings-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const read = (environment: Record<string, string | undefined>) =>
  readSettings({ DATA_DIR: folder, ...environment });

const directory = {
  OIDC_ISSUER: "https://directory.example/realms/board",
  OIDC_CLIENT_ID: "moc",
  OIDC_CLIENT_SECRET: "secret",
  OIDC_LABEL_VI: "Tài khoản cơ quan",
  OIDC_LABEL_EN: "Office account",
  OIDC_LABEL_ZH: "单位账户",
};

describe("the directory", () => {
  it("is off unless it is set whole", () => {
    expect(read({}).directory).toBeNull();
    expect(read({ ...directory, OIDC_EMAIL_DOMAINS: "Example.vn, board.example.vn" }).directory).toEqual({
      issuer: "https://directory.example/realms/board",
      clientId: "moc",
      clientSecret: "secret",
      label: { vi: "Tài khoản cơ quan", en: "Office account", zh: "单位账户" },
      emailDomains: ["example.vn", "board.example.vn"],
    });
  });
});

describe("a wrong setting", () => {
  it.each([
    ["PORT", { PORT: "eighty" }],
    ["PORT", { PORT: "65536" }],
    ["PUBLIC_URL", { PUBLIC_URL: "moc.example" }],
    ["TRUST_PROXY", { TRUST_PROXY: "maybe" }],
    ["DATABASE_URL", { DATABASE_URL: "mysql://x" }],
    ["MOC_ROLE", { MOC_ROLE: "edge" }],
    ["MOC_BEGIN", { MOC_BEGIN: "2026-02-30" }],
    ["MOC_SECRET", { MOC_SECRET: "short" }],
    ["MOC_ROLE", { MOC_ROLE: "web" }],
    ["MOC_SECRET", { DATABASE_URL: "postgres://x" }],
    ["OIDC_ISSUER", { ...directory, OIDC_ISSUER: "http://directory.example" }],
    ["OIDC_ISSUER", { ...directory, OIDC_ISSUER: "https://directory.example/?tenant=1" }],
    ["OIDC_CLIENT_SECRET", { ...directory, OIDC_CLIENT_SECRET: undefined }],
    ["OIDC_LABEL_ZH", { ...directory, OIDC_LABEL_ZH: undefined }],
    ["OIDC_ISSUER", { OIDC_EMAIL_DOMAINS: "example.vn" }],
    ["OIDC_EMAIL_DOMAINS", { ...directory, OIDC_EMAIL_DOMAINS: "@example.vn" }],
  ])("%s is named in one sentence with the mend: %o", (name, environment) => {
    const fault = (() => {
      try {
        read(environment);
      } catch (error) {
        return error;
      }
      return undefined;
    })();
    expect(fault).toBeInstanceOf(StartError);
    expect(String(fault)).toContain(`Setting ${name}`);
    expect(String(fault).split("\n")).toHaveLength(1);
  });
});

describe("the secret of a demonstration", () => {
  it("is made once, whole, and kept", () => {
    const { secret } = read({});
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(read({}).secret).toBe(secret);
    expect(readFileSync(join(folder, "secret"), "utf8").trim()).toBe(secret);
  });

  it("that a power cut or an editor left empty is refused instead of protecting nothing", () => {
    writeFileSync(join(folder, "secret"), "");
    expect(() => read({})).toThrow(/cut off: put the whole one back/);
  });
});
