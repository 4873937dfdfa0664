import { afterAll, beforeAll, expect, test } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import {
  call,
  command,
  declaration,
  declare,
  dispatcher,
  firm,
  guard,
  holding,
  otherFirm,
  yard,
} from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const read = async (as: typeof firm, trip: string) =>
  (await world.as(as).gate.readDeclaration({ trip })).declaration;

test("what was filed comes back whole to its declarant, papers and phone with it, and fills an amendment", async () => {
  const filed = declaration({ note: "Xe lạnh, giữ 13 độ", customsNumbers: ["307001234560"] });
  const { trip } = await world.as(firm).gate.declareVehicle({ ...command(), declaration: filed });
  const { amendable, version, ...form } = await read(firm, trip.id);
  expect(form).toEqual({ ...filed, note: filed.note ?? null });
  expect(amendable).toEqual(["vehicle", "driver", "goods", "route", "customsNumbers"]);
  const driver = { name: "Lê Văn Hai", paper: "001122334455", note: "đổi ca" };
  const amended = { ...command(), trip: trip.id, driver, seen: version };
  await world.as(firm).gate.amendDeclaration(amended);
  const after = await read(dispatcher, trip.id);
  expect(after).toMatchObject({ driver: { name: "Lê Văn Hai", paper: "001122334455" }, note: "đổi ca" });
  await expect(
    world.as(firm).gate.amendDeclaration({ ...amended, ...command(), route: "1116-1117" }),
  ).rejects.toMatchObject({ code: "stale_state" });
});

test("an amendment that says what is filed already is refused by its field, and leaves no entry", async () => {
  const filed = declaration({ customsNumbers: ["307001234560"] });
  const { trip } = await world.as(firm).gate.declareVehicle({ ...command(), declaration: filed });
  const { route, vehicle, goods, customsNumbers } = filed;
  const amend = (part: object) =>
    world.as(firm).gate.amendDeclaration({ ...command(), trip: trip.id, ...part });
  for (const [field, part] of Object.entries({ route, vehicle, goods, customsNumbers })) {
    await expect(amend({ [field]: part })).rejects.toMatchObject({
      code: "amend_unchanged",
      data: { fields: [expect.objectContaining({ path: field })] },
    });
  }
  await expect(amend({ customsNumbers: ["1"], goods })).rejects.toMatchObject({
    message: "Mục “Hàng hóa” đã đúng như vậy. Ghi giá trị mới, hoặc bỏ mục này.",
  });
  expect((await world.as(firm).gate.readTrip({ trip: trip.id })).trip.version).toBe(trip.version);
});

test("only who may amend it reads it, and each reading is in the audit", async () => {
  const { id } = await declare(world);
  for (const stranger of [otherFirm, guard, yard, { ...firm, kind: "link" as const, roles: [], trip: id }]) {
    await expect(read(stranger, id)).rejects.toMatchObject({ code: "not_allowed" });
  }
  await expect(world.as(null).gate.readDeclaration({ trip: id })).rejects.toMatchObject({
    code: "not_signed_in",
  });
  const { driver } = (await world.as(firm).gate.readTrip({ trip: id })).trip;
  const readings = () =>
    world.asOwner(
      "SELECT actor FROM identity_audit WHERE subject = $1 AND action = 'person_read' AND why = 'declaration form'",
      [driver.person],
    );
  expect(await readings()).toEqual([]);
  await read(firm, id);
  expect(await readings()).toEqual([{ actor: firm.id }]);
});

test("the form says which fields are fixed by now, and that an erased driver is gone", async () => {
  const { id, driver } = await holding(world);
  await call(world, 200);
  expect((await read(firm, id)).amendable).toEqual(["goods", "route", "customsNumbers"]);
  await world.as(actor("administrator")).identity.erasePerson({
    ...command(),
    person: driver.person,
    ground: "request",
    why: "asked by letter",
  });
  expect(await read(firm, id)).toMatchObject({ driver: null, note: null });
});

test("an owner who is registered is known by key, under any of its names; anybody else is a person of their own", async () => {
  const registered = await declare(world, { owner: "KỲ LỪA I-E" });
  const trip = (await world.as(firm).gate.readTrip({ trip: registered.id })).trip;
  const name = "Công ty xuất nhập khẩu Kỳ Lừa (minh họa)";
  expect(trip.owner).toEqual({ organisation: "firm-ky-lua", person: null, name, erased: false });
  const { id } = await declare(world, { owner: "Nông Văn Riêng" });
  const seen = async (as: typeof firm) => (await world.as(as).gate.readTrip({ trip: id })).trip.owner.name;
  expect([await seen(firm), await seen(guard), await seen(yard)]).toEqual([
    "Nông Văn Riêng",
    "Nông Văn Riêng",
    null,
  ]);
  const rows = await world.asOwner("SELECT data::text AS text FROM event WHERE subject = $1 ORDER BY seq", [
    id,
  ]);
  expect(JSON.stringify(rows)).not.toContain("Nông Văn Riêng");
});
