import { expect, it } from "vitest";
import { fieldEnvironment, startField } from "./field.ts";

it("the field is given its address and token, and none of the server's secrets", () => {
  const server = {
    PATH: "/usr/bin",
    MOC_SECRET: "secret one",
    DATABASE_URL: "postgres://app:two@db/moc",
    DATABASE_MIGRATE_URL: "postgres://owner:three@db/moc",
    OIDC_CLIENT_SECRET: "secret four",
    SMTP_URL: "smtps://moc:five@mail.example.vn",
  };
  expect(fieldEnvironment(server, "http://127.0.0.1:8080", "moc_token")).toEqual({
    PATH: "/usr/bin",
    MOC_FIELD_URL: "http://127.0.0.1:8080",
    MOC_FIELD_TOKEN: "moc_token",
  });
});

it("a field that the machine cannot start is started later, and the server goes on", async () => {
  const { execPath } = process;
  const warned: string[] = [];
  const log = { warn: (_why: object, text: string) => warned.push(text), info: () => undefined };
  process.execPath = "/nowhere/node";
  const field = startField("http://127.0.0.1:1", async () => ({ secret: "moc_token" }), log);
  try {
    await expect.poll(() => warned).toEqual(["the simulated field stopped; starting it again in 1 s"]);
  } finally {
    field.stop();
    process.execPath = execPath;
  }
});
