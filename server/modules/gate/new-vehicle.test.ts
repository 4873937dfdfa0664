import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import {
  command,
  customs,
  declaration,
  declare,
  dispatcher,
  firm,
  guard,
  passChecks,
  yard,
  yardKey,
} from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

const kind = "import_new_vehicle" as const;
const figures = async () => {
  await world.zone.platform.follower.settled();
  return (await world.as(dispatcher).gate.readOperations({})).figures;
};

test("a new vehicle is the goods: it goes on after its checks without a transfer, and is counted apart", async () => {
  const { id } = await declare(world, { kind });
  const on = () => ({ ...command(), trip: id });
  await world.as(guard).gate.crossIn(on());
  expect(await figures()).toMatchObject({
    importPassages: 1,
    newVehicles: 1,
    newVehiclesWaiting: 1,
    kmZero: { out: 0, in: 1 },
  });
  const inYard = (await world.as(yard).gate.enterYard({ ...on(), yard: yardKey })).trip;
  const done = await passChecks(world, inYard);
  expect(done.state).toBe("checks_done");
  const partner = { country: "VN" as const, number: "12C08120" };
  const transfer = world.as(yard).gate.transferCargo({ ...on(), partner });
  await expect(transfer).rejects.toMatchObject({ code: "not_for_kind" });
  await expect(world.as(customs).gate.allowInland(on())).rejects.toMatchObject({ code: "not_for_kind" });
  await world.as(dispatcher).gate.release(on());
  const { trip } = await world.as(yard).gate.leave(on());
  expect(trip).toMatchObject({ state: "closed", kind, transferredTo: null });
  // It went on inland: it did not pass Km0 once more.
  expect(await figures()).toMatchObject({ newVehicles: 1, newVehiclesWaiting: 0, kmZero: { out: 0, in: 1 } });
});

test("a new vehicle is told by its VIN and is its one line of goods; a lorry carries none on its own wheels", async () => {
  const filed = declaration({ kind });
  const send = (changes: object) => {
    const input = { ...command(), declaration: { ...filed, ...changes } };
    return world.as(firm).gate.declareVehicle(input);
  };
  const fault = (path: string, code: string) => ({
    code: "invalid_input",
    data: { fields: [expect.objectContaining({ path, code })] },
  });
  const { vin: _, ...nameless } = filed.vehicle;
  await expect(send({ vehicle: nameless })).rejects.toMatchObject(
    fault("declaration.vehicle.vin", "vin_required"),
  );
  const alone = fault("declaration.goods.0.class", "new_vehicle_alone");
  await expect(send({ goods: [] })).rejects.toMatchObject(alone);
  const fruit = { name: "Táo", class: "fruit" as const };
  await expect(send({ goods: [fruit] })).rejects.toMatchObject(alone);
  await expect(send({ goods: [...filed.goods, fruit] })).rejects.toMatchObject(alone);
  const lorry = declare(world, { kind: "import_cn", goods: [fruit, ...filed.goods] });
  await expect(lorry).rejects.toThrow("new_vehicle_own_kind");
});

test("an amendment of a new vehicle has to stay one", async () => {
  const trip = await declare(world, { kind });
  const amend = (changes: object) =>
    world.as(firm).gate.amendDeclaration({ ...command(), trip: trip.id, ...changes });
  const { vehicle } = declaration({ kind });
  const { vin: _, ...nameless } = vehicle;
  await expect(amend({ vehicle: nameless })).rejects.toMatchObject({ code: "vin_required" });
  await expect(amend({ goods: [{ name: "Táo", class: "fruit" }] })).rejects.toMatchObject({
    code: "new_vehicle_alone",
    data: { fields: [expect.objectContaining({ path: "goods.0.class" })] },
  });
  expect((await amend({ vehicle })).trip.vin).toBe(vehicle.vin);
});
