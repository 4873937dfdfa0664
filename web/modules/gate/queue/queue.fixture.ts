import type { CheckState } from "@moc/contract/gate/check.ts";
import type { QueueEntry, QueueView } from "@moc/contract/gate/queue.ts";
import type { TripRow } from "@moc/contract/gate/trip.ts";

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const minute = 60_000;
/** 14:35 in Hanoi. */
const now = Date.parse("2026-01-15T07:35:00.000Z");
const goods = ["Sầu riêng", "Thanh long", "Linh kiện điện tử", "Dưa hấu", "Hạt điều nhân", "Mít"];
const states: readonly CheckState[] = ["pass", "pass", "pending", "hold", "fail"];

/** A waiting truck of the fixture, illustrative; deterministic in its number. */
export const tripRow = (n: number): TripRow => ({
  id: id(n),
  code: `7F3K-${String(800 + n)}`,
  kind: "export_vn",
  state: "holding",
  direction: "export",
  route: "tan-thanh",
  plate: { country: "VN", number: `${29 + (n % 60)}H${String(50_812 + n * 37)}` },
  goods:
    n % 17 === 0
      ? []
      : [{ name: goods[n % goods.length] ?? "", class: n % 6 === 0 ? "durian" : "fruit", weightKg: 18_400 }],
  stream: n % 3 === 2 ? "other" : "perishable",
  weightKg: n % 17 === 0 ? null : 18_400 - n * 50,
  liveAt: new Date(now - (300 - n * 3) * minute).toISOString(),
  ticket: n,
  yard: null,
  checks: (["border_guard_exit", "customs", "health_quarantine", "plant_quarantine"] as const).map(
    (kind, at) => ({
      kind,
      state: n === 9 && at === 1 ? "hold" : n > 8 ? "pending" : (states[(n + at) % 3] ?? "pending"),
      decidedAt: null,
      officer: null,
      reason: null,
      channel: null,
    }),
  ),
  stateSince: new Date(now - 100 * minute).toISOString(),
  simulated: true,
});

const entry = (n: number): QueueEntry => ({
  trip: tripRow(n),
  place: n,
  streamPlace: Math.ceil(n * 0.7),
  passedOver: n === 9 ? "check_hold" : n % 17 === 0 ? "goods_unknown" : null,
  waitedMinutes: 300 - n * 3,
});

const same = (name: string) => ({ vi: name, en: name, zh: name });

export const queue = (size = 63): QueueView => ({
  route: "tan-thanh",
  direction: "export",
  waiting: size,
  onTheWay: 3,
  inYard: 96,
  yardCapacity: null,
  wait: { medianMinutes: 200, p90Minutes: 305, cases: 41 },
  servicePerHour: 9,
  closesAt: "2026-01-15T11:00:00.000Z",
  streams: [
    { key: "perishable", name: same("Dễ hỏng"), share: 3, waiting: Math.ceil(size * 0.7) },
    { key: "other", name: same("Hàng khác"), share: 1, waiting: Math.floor(size * 0.3) },
  ],
  rows: Array.from({ length: size }, (_, at) => entry(at + 1)),
  next: null,
  position: 4000,
  mayCall: { allowed: true, reason: null },
});
