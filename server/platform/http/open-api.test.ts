import { api } from "@moc/contract/api.ts";
import { Validator } from "@seriousme/openapi-schema-validator";
import { beforeAll, describe, expect, it } from "vitest";
import { describeApi } from "./open-api.ts";

type Operation = {
  operationId?: string;
  summary?: string;
  tags?: string[];
  responses?: Record<string, unknown>;
};

describe("the description of the API", () => {
  let document: Awaited<ReturnType<typeof describeApi>>;
  let operations: [string, Operation][];
  beforeAll(async () => {
    document = await describeApi(api, "0.1.0");
    operations = Object.entries(document.paths ?? {}).flatMap(
      ([path, item]) =>
        Object.entries(item ?? {}).map(([method, operation]): [string, Operation] => [
          `${method} ${path}`,
          operation as Operation,
        ]), // as: paths hold nothing but operations here
    );
  });

  it("is valid OpenAPI 3.1", async () => {
    const verdict = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect(verdict.errors ?? []).toEqual([]);
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  it("gives every operation a summary, a room and an id of its own", () => {
    const nameless = operations.filter(
      ([, { summary, tags }]) => summary === undefined || tags?.length !== 1,
    );
    expect(nameless.map(([name]) => name)).toEqual([]);
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(operations.length);
  });

  it("names the refusals of every operation", () => {
    const silent = operations.filter(
      ([, { responses }]) => !Object.keys(responses ?? {}).some((status) => status.startsWith("4")),
    );
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  it("leaves no reference open", () => {
    const text = JSON.stringify(document);
    const wanted = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => String(match[1]));
    const there = new Set(Object.keys(document.components?.schemas ?? {}));
    expect(wanted.filter((name) => !there.has(name))).toEqual([]);
  });
});
