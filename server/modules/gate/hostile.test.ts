import { randomUUID } from "node:crypto";
import { containerCheckDigit } from "@moc/contract/gate/vehicle.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { command, declaration, firm, newPlate } from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

type Wire = { [key: string]: unknown };
type Case = [what: string, path: string, value: unknown, code: string, field?: string];

/** A declaration as it goes over the wire, with everything in it. */
function sound(): Wire {
  const good = declaration({
    vehicle: {
      plate: newPlate(),
      vin: undefined,
      payloadClass: "container_40",
      trailer: { country: "VN", number: "29R12345" },
      containers: [{ number: "TLLU5281144", size: "40" }],
    },
    customsNumbers: ["307001234560"],
    quarantine: [{ service: "plant", number: "KD-1" }],
  });
  return JSON.parse(JSON.stringify(good));
}

/** The declaration with one value put at a path; `undefined` takes it away. */
function mutate(from: Wire, path: string, value: unknown): Wire {
  const copy = structuredClone(from);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const target = keys.reduce<Wire>((part, key) => part[key] as Wire, copy); // as: paths of the sound declaration
  if (value === undefined) delete target[last];
  else target[last] = value;
  return copy;
}

const send = (value: unknown) =>
  world.as(firm).gate.declareVehicle({ ...command(), declaration: value } as never); // as: tests send anything

async function rows(): Promise<number> {
  const counted = await world.asOwner(
    `SELECT (SELECT count(*) FROM gate_trip) + (SELECT count(*) FROM event) + (SELECT count(*) FROM command)
     + (SELECT count(*) FROM identity_person) + (SELECT count(*) FROM timer) AS n`,
  );
  return Number((counted[0] as { n: string }).n); // as: one counted row
}

async function refused(cases: readonly Case[]): Promise<void> {
  const good = sound();
  const before = await rows();
  for (const [what, path, value, code, field = path] of cases) {
    const error: unknown = await send(mutate(good, path, value)).then(
      () => `accepted: ${what}`,
      (reason: unknown) => reason,
    );
    expect(error, what).toMatchObject({ code: "invalid_input" });
    const { fields } = (error as { data: { fields: { path: string; code: string; message: string }[] } })
      .data; // as: matched above
    expect(
      fields.map((fault) => [fault.path, fault.code]),
      what,
    ).toContainEqual([field === "" ? "declaration" : `declaration.${field}`, code]);
    expect(fields.every((fault) => fault.message.length > 5)).toBe(true);
  }
  expect(await rows()).toBe(before);
  await expect(send(good)).resolves.toMatchObject({ trip: { state: "declared" } });
}

const numbers = [1, 0, -1, 1.5, Number.MAX_SAFE_INTEGER];
const wrongShapes: unknown[] = [null, 1, true, [], {}];

describe("each of these is one step away from a declaration that is accepted, and is refused by field", () => {
  test("values of a wrong type", () =>
    refused([
      ...wrongShapes.map((value): Case => ["owner", "owner", value, "wrong_type"]),
      ...wrongShapes.map((value): Case => ["plate number", "vehicle.plate.number", value, "wrong_type"]),
      ...[null, 1, true, {}, "x"].map((value): Case => ["goods", "goods", value, "wrong_type"]),
      ...[null, true, "18200", [], {}].map(
        (value): Case => ["weight", "goods.0.weightKg", value, "wrong_type"],
      ),
      ...[null, 1, true, "x", []].map((value): Case => ["driver", "driver", value, "wrong_type"]),
    ]));

  test("values that are missing or unknown to the form", () => {
    const needed = ["owner", "goods", "route", "vehicle", "driver", "driver.name", "driver.paper"];
    const strange = ["admin", "ticket", "liveAt", "place", "priority", "state", "declarant", "id"];
    const unlisted = ["regime", "goods.0.class", "vehicle.plate.country", "vehicle.payloadClass"];
    return refused([
      ...needed.map((path): Case => [path, path, undefined, "required"]),
      ["plate", "vehicle.plate", undefined, "required"],
      ["goods name", "goods.0.name", undefined, "required"],
      ...strange.map((key): Case => [key, key, "1", "unknown_key", ""]),
      ...unlisted.map((path): Case => [path, path, "gold", "not_listed"]),
    ]);
  });

  test("plates, check digits and numbers that cannot be", () => {
    const plates = ["29H", "H50812", "29H508123456", "29-H-ABCDE", "桂F12345", "29H50812;", "", "29Ж50812"];
    const owner = "TLLU528114";
    const digits = Array.from({ length: 10 }, (_, digit) => digit).filter(
      (digit) => digit !== containerCheckDigit(owner),
    );
    return refused([
      ...plates.slice(0, 6).map((value): Case => [value, "vehicle.plate.number", value, "plate_format"]),
      ["empty plate", "vehicle.plate.number", "", "too_short"],
      ["Cyrillic plate", "vehicle.plate.number", "29Н50812", "plate_format"],
      ...digits.map((digit): Case => {
        const value = `${owner}${digit}`;
        return [value, "vehicle.containers.0.number", value, "container_check_digit"];
      }),
      ["no number", "vehicle.containers.0.number", "TLLU52811", "container_format"],
      ["junk around", "vehicle.containers.0.number", "XTLLU5281144", "container_format"],
      ["VIN with O", "vehicle.vin", "1HGCM82633O004352", "vin_format"],
      ["VIN too short", "vehicle.vin", "1HGCM82633A", "vin_format"],
      [
        "plate of the other side",
        "vehicle.plate",
        { country: "CN", number: "桂F12345" },
        "plate_country_for_kind",
        "vehicle.plate.country",
      ],
    ]);
  });

  test("hidden and reversing characters in what people compare by eye", () => {
    const hidden = ["\u200b", "\u200e", "\u202e", "\u2066", "\ufeff", "\u0000", "\u0007", "\u001b", "\u0085"];
    return refused([
      ...hidden.map((sign): Case => ["plate", "vehicle.plate.number", `29H5${sign}0812`, "hidden_character"]),
      ...hidden.map((sign): Case => ["owner", "owner", `Bảo${sign}Sơn`, "hidden_character"]),
      ...hidden.map((sign): Case => ["paper", "driver.paper", `01${sign}23`, "hidden_character"]),
      ...["\u0000", "\u0008", "\u001b", "\u007f", "\u202e", "\u2066"].map(
        (sign): Case => ["goods", "goods.0.name", `Sầu${sign}riêng`, "control_character"],
      ),
      ...[" ", "\n", "\u00a0\u3000", "\u200b"].map(
        (blank): Case => ["goods", "goods.0.name", blank, "required"],
      ),
    ]);
  });

  test("sizes beyond the form", () => {
    const line = { name: "x", class: "other" };
    const twin = { number: "TLLU5281144", size: "40" };
    return refused([
      ["long owner", "owner", "x".repeat(201), "too_long"],
      ["long name", "driver.name", "x".repeat(101), "too_long"],
      ["51 lines", "goods", Array.from({ length: 51 }, () => line), "too_long"],
      ["3 containers", "vehicle.containers", [twin, twin, twin], "too_long"],
      ["one container twice", "vehicle.containers", [twin, twin], "container_twice"],
      ["21 numbers", "customsNumbers", Array.from({ length: 21 }, (_, n) => String(n)), "too_long"],
      ...[100_001, 1e9, Number.MAX_SAFE_INTEGER].map(
        (value): Case => ["weight", "goods.0.weightKg", value, "too_long"],
      ),
      ...numbers.slice(1, 3).map((value): Case => ["weight", "goods.0.weightKg", value, "too_short"]),
      ...[0, -5].map((value): Case => ["packages", "goods.0.packages", value, "too_short"]),
      ...["8", "08106", "081060001", "abcd"].map((value): Case => ["HS", "goods.0.hs", value, "format"]),
      ...["abc", "+", "1234567", "1".repeat(16), "+84 912"].map(
        (value): Case => ["phone", "driver.phone", value, "format"],
      ),
      ["long goods name", "goods.0.name", "x".repeat(201), "too_long"],
    ]);
  });
});

describe("over the wire", () => {
  const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
    world.zone.app.inject({
      method: "POST",
      url: "/api/declarations",
      headers: { "content-type": "application/json", ...headers },
      payload: body,
    });

  test("twenty bodies that are not sound JSON are refused before anybody looks at them, and nothing is written", async () => {
    const good = JSON.stringify({ command: randomUUID(), declaration: sound() });
    const before = await rows();
    const cut = [1, 10, 50, 100, 200, good.length - 20, good.length - 5, good.length - 2, good.length - 1];
    const bodies = [
      ...cut.map((length) => good.slice(0, length)),
      good.replace("{", '{"command":"1",'),
      good.replace('"declaration":{', '"declaration":{"owner":"x",'),
      `${"[".repeat(5_000)}${"]".repeat(5_000)}`,
      good.replace('"declaration":{', `"declaration":{"a":${"[".repeat(200)}${"]".repeat(200)},`),
      "x".repeat(300_000),
      good.replace('"declaration":{', `"declaration":{"a":"${"x".repeat(300_000)}",`),
      `${good}}`,
      `${good}${good}`,
      "undefined",
      "NaN",
      `{"a":1e999999}x`,
      good.replace("{", '{"__proto__":{"x":1},'),
    ];
    expect(bodies.length).toBeGreaterThanOrEqual(20);
    for (const body of bodies) {
      const { statusCode } = await post(body);
      expect([400, 413], body.slice(0, 80)).toContain(statusCode);
    }
    expect(await rows()).toBe(before);
  });
});

describe("accepted and harmless", () => {
  const texts = [
    `O'Brien "và" con`,
    `'; DROP TABLE gate_trip; --`,
    `<script>alert(1)</script>`,
    `<img src=x onerror=alert(1)>`,
    `=HYPERLINK("http://x","y")`,
    `@SUM(1+1)*cmd|' /C calc'!A0`,
    `Nguye\u0302\u0303n Va\u0306n`,
    `广西凭祥市友谊关货运有限公司`,
    `Ể Ữ Ộ ắ ằ`,
    `100%_\\%`,
    `\${jndi:ldap://x}`,
    `{{7*7}}`,
    `../../etc/passwd`,
    `🚚 xe tải`,
  ];
  test.each(texts)("%s", async (text) => {
    const before = sound();
    const changed = mutate(mutate(before, "owner", `${text} (chủ)`), "goods.0.name", text);
    const { trip } = await send(changed);
    const read = await world.as(firm).gate.readTrip({ trip: trip.id });
    expect(read.trip.owner.name).toBe(`${text} (chủ)`.normalize("NFC"));
    expect(read.trip.goods[0]?.name).toBe(text);
    const found = await world.as(firm).gate.listTrips({ search: text, limit: 10 });
    expect(found.total).toBe(0);
  });

  test("Chinese plates, with a trailer", async () => {
    const cn = declaration({ kind: "import_cn" });
    const trailer = { country: "CN", number: "桂A1234挂" } as const;
    const vehicle = { ...cn.vehicle, trailer };
    const { trip } = await world
      .as(firm)
      .gate.declareVehicle({ ...command(), declaration: { ...cn, vehicle } });
    expect(trip.trailer).toEqual(trailer);
  });
});

test("one plate and one VIN stand on one open trip, and are free again when it is over", async () => {
  const vehicle = {
    plate: newPlate(),
    vin: "1HGCM82633A004352",
    payloadClass: "from_18t" as const,
    containers: [],
  };
  const first = await world
    .as(firm)
    .gate.declareVehicle({ ...command(), declaration: declaration({ vehicle }) });
  const plate = world.as(firm).gate.declareVehicle({ ...command(), declaration: declaration({ vehicle }) });
  await expect(plate).rejects.toMatchObject({ code: "plate_on_open_trip" });
  const other = declaration({ vehicle: { ...vehicle, plate: newPlate() } });
  await expect(
    world.as(firm).gate.declareVehicle({ ...command(), declaration: other }),
  ).rejects.toMatchObject({ code: "vin_on_open_trip" });
  await world.as(firm).gate.withdrawTrip({ ...command(), trip: first.trip.id, reason: "thôi" });
  await world.as(firm).gate.declareVehicle({ ...command(), declaration: declaration({ vehicle }) });
});
