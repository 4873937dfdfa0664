import { NewNotice } from "@moc/contract/gate/notice.ts";
import { expect, it } from "vitest";
import { planEpisodes } from "./counterpart.ts";

const routes = ["1088-2-1089", "1090-1091", "1104-1105", "1116-1117", "1119-1120", "chi-ma-road"];
const dayStart = Date.UTC(2026, 0, 14, 17);
const days = Array.from({ length: 60 }, (_, n) => `2026-01-${String((n % 28) + 1).padStart(2, "0")}-${n}`);
const plan = (seed: string) =>
  days.flatMap((day, n) =>
    planEpisodes(`${seed}${n}`, day.slice(0, 10), dayStart, routes, () => "1090-1091"),
  );
const episodes = plan("moc");

it("the other side closes now and then, told at least ninety minutes before and answered before it begins", () => {
  const closures = episodes.filter(({ says }) => says.kind === "closure");
  expect(closures.length).toBeGreaterThan(5);
  for (const { tellAt, answer, endsEarly } of closures) {
    if (answer === null) throw new Error("a closure is answered by an order");
    const { from, to, givenAt } = answer;
    expect(from - tellAt).toBeGreaterThanOrEqual(90 * 60_000);
    expect(givenAt).toBeGreaterThan(tellAt);
    expect(givenAt).toBeLessThan(from);
    expect(endsEarly ?? to).toBeGreaterThan(from);
    expect(endsEarly ?? to).toBeLessThanOrEqual(to);
  }
});

it("it also works shorter hours, takes fewer and refuses goods, in words that the public form takes", () => {
  expect(new Set(episodes.map(({ says }) => says.kind))).toEqual(
    new Set(["closure", "hours", "intake", "goods"]),
  );
  for (const { route, says, cause, tellAt } of episodes) {
    const told = { toldBy: "x", contact: "hotline", toldAt: new Date(tellAt).toISOString() };
    const notice = { routes: [route], says, cause, words: null, corrects: null, ...told };
    expect(NewNotice.safeParse(notice).error).toBeUndefined();
  }
});

it("goods that it refuses are sent to a neighbouring route, and stopped where there is none", () => {
  const alone = days.flatMap((_, n) => planEpisodes(`moc${n}`, "2026-01-15", dayStart, routes, () => null));
  const actions = (some: typeof episodes) =>
    new Set(some.filter(({ says }) => says.kind === "goods").map(({ answer }) => answer?.action.kind));
  expect(actions(episodes)).toEqual(new Set(["divert"]));
  expect(actions(alone)).toEqual(new Set(["stop_intake"]));
});

it("what is told on a day is the same for the same seed and other for another", () => {
  expect(plan("moc")).toEqual(episodes);
  expect(plan("other")).not.toEqual(episodes);
});
