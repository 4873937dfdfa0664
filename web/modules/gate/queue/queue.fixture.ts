import type { CheckState } from "@moc/contract/gate/check.ts";
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
      reference: null,
    }),
  ),
  stateSince: new Date(now - 100 * minute).toISOString(),
  simulated: true,
});
