import { randomUUID } from "node:crypto";
import type { AnswerOutcome, CheckAnswer } from "@moc/contract/gate/answer.ts";
import type { Role } from "@moc/contract/values/actor.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actor, openWorld, type World } from "./open-world.ts";
import { arrive, command, customs, declare, dispatcher, holding, inYard, passChecks } from "./trips.ts";

// A force's own system as it is: a program with a token that speaks HTTP.
let world: World;
let url: string;
let secret: string;
beforeAll(async () => {
  world = await openWorld();
  url = await world.zone.app.listen({ port: 0, host: "127.0.0.1" });
  secret = await tokenOf(["gate:answer_checks", "gate:decide_check"]);
});
afterAll(() => world.close());

async function tokenOf(scopes: string[], roles: Role[] = ["customs"], organisation = "customs-region-6") {
  const issued = await world.as(actor("administrator")).identity.issueToken({
    ...command(),
    name: "hệ thống của lực lượng",
    roles,
    organisation,
    scopes,
    simulated: false,
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  });
  return issued.secret ?? "";
}

const zoneNow = () => world.zone.platform.clock.now();
const pass = (minutes: number) =>
  world.zone.platform.clock.advance(new Date(zoneNow().getTime() + minutes * 60_000));
let numbers = 0;
function answer(truck: string, changes: Partial<CheckAnswer> = {}): CheckAnswer {
  numbers += 1;
  const reference = `HQ-${numbers}`;
  const answeredAt = zoneNow().toISOString();
  return {
    command: randomUUID(),
    truck,
    check: "customs",
    decision: "pass",
    reference,
    answeredAt,
    ...changes,
  };
}
async function send(
  answers: CheckAnswer[],
  bearer = secret,
  path = "/check-answers",
  body: object = { answers },
) {
  const response = await fetch(`${url}/api${path}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${bearer}`,
      "content-type": "application/json",
      "accept-language": "en",
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}
async function outcomesOf(...answers: CheckAnswer[]): Promise<AnswerOutcome[]> {
  const { status, body } = await send(answers);
  expect(status).toBe(200);
  return body.outcomes;
}
/** As it stands once the log is sealed: its lines tell their positions. */
async function storyOf(trip: string) {
  await world.zone.platform.follower.settled();
  return (await world.as(customs).gate.readStory({ trip })).lines;
}
const keptOf = async (trip: string) =>
  (await storyOf(trip)).filter(({ kind }) => kind === "gate.answer_refused");

test("a truck is named by its id, its code or its plate, and one refused answer holds up no other", async () => {
  const [byId, byCode, byPlate] = [await holding(world), await holding(world), await holding(world)];
  const outcomes = await outcomesOf(
    answer(byId.id, { channel: "green" }),
    answer("9999-0000"),
    answer(byCode.code.toLowerCase()),
    answer(byPlate.id, { check: "plant_quarantine" }),
    answer(byPlate.plate.number),
  );
  expect(outcomes.map(({ outcome, trip, result, code }) => [outcome, trip, result, code])).toEqual([
    ["recorded", byId.id, "pass", null],
    ["refused", null, null, "trip_not_found"],
    ["recorded", byCode.id, "pass", null],
    ["refused", byPlate.id, "pending", "not_allowed"],
    ["recorded", byPlate.id, "pass", null],
  ]);
  expect(outcomes[3]?.message).toMatch(/[a-z] /);
  const { checks } = (await world.as(customs).gate.readTrip({ trip: byId.id })).trip;
  expect(checks.find(({ kind }) => kind === "customs")).toMatchObject({
    channel: "green",
    reference: "HQ-1",
  });
  expect(await keptOf(byPlate.id)).toEqual([]); // another force's answer is no business of this one
});

test("a message that comes twice, or again under a new command, is recorded once", async () => {
  const { id } = await holding(world);
  const first = answer(id);
  await outcomesOf(first);
  const before = await storyOf(id);
  const outcomes = await outcomesOf(first, { ...first, command: randomUUID() }, first);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["recorded", "recorded", "recorded"]);
  expect(await storyOf(id)).toEqual(before);
});

test("a message that was overtaken changes nothing, and is told beside the trip", async () => {
  const { id } = await holding(world);
  const late = answer(id, { decision: "hold", reason: "Thiếu vận đơn" });
  await pass(1);
  const held = answer(id, { decision: "hold", reason: "Chờ chứng từ" });
  await outcomesOf(held);
  await pass(1);
  const passed = answer(id);
  const withdrawn = answer(id, { decision: "withdraw", reason: "Sai mã HS" });
  await outcomesOf(passed, withdrawn);
  // Withdrawn, the check takes a pass and a hold again: an old one must not bring either back.
  const outcomes = await outcomesOf({ ...passed, command: randomUUID() }, late);
  expect(outcomes.map(({ outcome, code, result }) => [outcome, code, result])).toEqual([
    ["refused", "answer_overtaken", "withdrawn"],
    ["refused", "answer_overtaken", "withdrawn"],
  ]);
  expect((await keptOf(id)).map(({ data }) => data.reference)).toEqual([passed.reference, late.reference]);
});

test("an answer to a filing that has changed since is overtaken", async () => {
  const { id } = await holding(world);
  const early = answer(id);
  await pass(1);
  const swap = {
    ...command(),
    trip: id,
    trailer: { country: "VN", number: "12R00456" },
    reason: "Hỏng lốp",
  } as const;
  await world.as(dispatcher).gate.swapUnit(swap);
  expect((await outcomesOf(early))[0]).toMatchObject({ outcome: "refused", code: "answer_overtaken" });
});

test("an answer for a truck that has not arrived is refused and kept once, and holds when it is sent again in time", async () => {
  const { id } = await declare(world);
  const ahead = answer(id);
  const [refused] = await outcomesOf(ahead);
  expect(refused).toMatchObject({
    outcome: "refused",
    code: "step_ahead",
    state: "declared",
    result: "pending",
  });
  await outcomesOf(ahead);
  const kept = await keptOf(id);
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatchObject({
    actor: { kind: "token", organisation: "customs-region-6", role: "customs" },
    data: {
      check: "customs",
      decision: "pass",
      reference: ahead.reference,
      refusal: "step_ahead",
      state: "declared",
    },
  });
  await arrive(world, id);
  expect((await outcomesOf(ahead))[0]).toMatchObject({
    outcome: "recorded",
    state: "holding",
    result: "pass",
  });
});

test("an answer for a truck that is released, or withdrawn, is refused with the reason and kept", async () => {
  const passedAll = await passChecks(world, await inYard(world));
  await world.as(dispatcher).gate.release({ ...command(), trip: passedAll.id });
  const gone = await holding(world);
  await world.as(dispatcher).gate.withdrawTrip({ ...command(), trip: gone.id, reason: "Đổi kế hoạch" });
  await pass(1);
  const back = { decision: "withdraw", reason: "Nghi hàng cấm" } as const;
  const outcomes = await outcomesOf(answer(passedAll.id, back), answer(gone.id));
  expect(outcomes.map(({ code, state, result }) => [code, state, result])).toEqual([
    ["step_past", "released", "pass"],
    ["trip_over", "withdrawn", "pending"],
  ]);
  expect(await keptOf(passedAll.id)).toHaveLength(1);
  expect(await keptOf(gone.id)).toHaveLength(1);
});

test("what is wrong with the message itself is refused and not kept", async () => {
  const { id } = await holding(world);
  const ahead = new Date(zoneNow().getTime() + 3_600_000).toISOString();
  const outcomes = await outcomesOf(
    answer(id, { decision: "hold" }),
    answer(id, { answeredAt: ahead }),
    answer(id, { decision: "hold", reason: "Lái xe Nguyễn Văn Thử khai sai" }),
  );
  expect(outcomes.map(({ code }) => code)).toEqual([
    "reason_required",
    "answered_ahead",
    "text_names_person",
  ]);
  expect(await keptOf(id)).toEqual([]);
  const { status, body } = await send([{ ...answer(id), reference: "" }]);
  expect([status, body.code, body.data.fields[0]?.path]).toEqual([
    422,
    "invalid_input",
    "answers.0.reference",
  ]);
});

test("one answer alone goes by its own route, with the same care", async () => {
  const { id } = await declare(world);
  const { truck: _, check, ...said } = answer(id);
  const single = await send([], secret, `/trips/${id}/checks/${check}`, said);
  expect([single.status, single.body.code]).toEqual([409, "step_ahead"]);
  expect(await keptOf(id)).toHaveLength(1);
});

test("a stranger, a token without the scope and one of another force answer nothing", async () => {
  const { id } = await holding(world);
  expect((await send([answer(id)], "moc_unknown")).status).toBe(401);
  const narrow = await tokenOf(["gate:read"]);
  expect((await send([answer(id)], narrow)).body).toMatchObject({ code: "scope_missing" });
  const guards = await tokenOf(["gate:answer_checks"], ["border_guard"], "border-guard");
  const { body } = await send([answer(id), answer(id, { check: "border_guard_exit" })], guards);
  expect(body.outcomes.map((one: AnswerOutcome) => [one.outcome, one.code])).toEqual([
    ["refused", "not_allowed"],
    ["recorded", null],
  ]);
  const firms = await tokenOf(["gate:answer_checks"], ["firm"], "firm-tam-thanh");
  const { body: blind } = await send([answer(id)], firms);
  expect(blind.outcomes[0]).toMatchObject({ trip: null, state: null, result: null, code: "not_allowed" });
});
