import { expect, test } from "vitest";
import { api } from "../api.ts";
import { offeredScopes } from "../identity/scopes.ts";
import type { Actor } from "./actor.ts";
import { holdsScope, scopeFor } from "./scope.ts";

const token = (...scopes: string[]): Actor => ({
  id: "00000000-0000-4000-8000-000000000001",
  kind: "token",
  roles: ["firm"],
  organisation: "firm",
  language: "vi",
  simulated: false,
  trip: null,
  scopes,
});

test("every scope that is offered opens a procedure of the API", () => {
  const needed = Object.entries(api).flatMap(([room, procedures]) =>
    Object.entries(procedures).map(([name, procedure]) =>
      scopeFor(room, name, procedure["~orpc"].route.method ?? "POST"),
    ),
  );
  for (const scope of Object.keys(offeredScopes))
    expect(
      needed.some((one) => holdsScope(token(scope), one) && !holdsScope(token(), one)),
      scope,
    ).toBe(true);
});

test("a scope opens its own act and no other; reading is one scope for each room", () => {
  expect(scopeFor("gate", "declareVehicle", "POST")).toBe("gate:declare_vehicle");
  expect(scopeFor("gate", "listTrips", "GET")).toBe("gate:read");
  const firm = token("gate:declare_vehicle");
  expect(holdsScope(firm, "gate:declare_vehicle")).toBe(true);
  expect(holdsScope(firm, "gate:read")).toBe(false);
  expect(holdsScope(firm, "registry:read")).toBe(false);
  expect(holdsScope(token("arrival_signal:barrier"), "gate:signal_arrival")).toBe(true);
});

test("persons, links, the simulated field and a token that asks who it is need none", () => {
  for (const actor of [null, { ...token(), kind: "account" as const }, { ...token(), simulated: true }])
    expect(holdsScope(actor, "gate:release")).toBe(true);
  expect(holdsScope(token(), scopeFor("identity", "readMe", "GET"))).toBe(true);
});
