import type { StoryLine, TripState, TripView } from "@moc/contract/gate/trip.ts";
import { tripRow } from "../queue/queue.fixture.ts";

/** Minutes before 14:35 in Hanoi on 15 January 2026. */
const at = (minutes: number): string =>
  new Date(Date.parse("2026-01-15T07:35:00.000Z") - minutes * 60_000).toISOString();
const id = "00000000-0000-4000-8000-000000000001";

const line = (
  kind: string,
  minutes: number,
  state: TripState | null,
  data: StoryLine["data"] = {},
): StoryLine => ({
  kind,
  occurredAt: at(minutes),
  recordedAt: at(minutes),
  position: 1000 - minutes,
  actor: { kind: "account", name: "Nông Văn Hòa", organisation: null, role: "border_guard" },
  state,
  data,
  simulated: true,
});

/** The story of one illustrative export so far: it stands in the yard and waits for plant quarantine. */
export const story = (): StoryLine[] => [
  line("gate.declared", 1133, "declared"),
  line("gate.signalled", 265, null, { origin: "barrier", source: "d1", place: "viettel" }),
  line("gate.arrived", 264, "holding", { place: "viettel" }),
  line("gate.called", 75, "called", { place: 1, passedOver: [] }),
  line("gate.reached", 44, "at_gate"),
  line("gate.check_decided", 43, null, { check: "border_guard_exit", decision: "pass" }),
  line("gate.yard_entered", 32, "in_yard", { yard: "bai-tan-thanh", slot: "C-07" }),
  line("gate.check_decided", 26, null, { check: "customs", decision: "pass", channel: "green" }),
];

export const trip = (): TripView => ({
  ...tripRow(12),
  id,
  code: "7F3K-0841",
  state: "in_yard",
  yard: "bai-tan-thanh",
  slot: "C-07",
  stateSince: at(32),
  checks: [
    {
      kind: "border_guard_exit",
      state: "pass",
      decidedAt: at(43),
      officer: "Nông Văn Hòa",
      reason: null,
      channel: null,
      reference: null,
    },
    {
      kind: "customs",
      state: "pass",
      decidedAt: at(26),
      officer: "Hoàng Thị Lan",
      reason: null,
      channel: "green",
      reference: null,
    },
    {
      kind: "plant_quarantine",
      state: "pending",
      decidedAt: null,
      officer: null,
      reason: null,
      channel: null,
      reference: null,
    },
  ],
  regime: "ordinary",
  gate: "huu-nghi",
  owner: { organisation: "dak-ha", person: null, name: "Công ty CP Nông sản Đắk Hà", erased: false },
  declarant: "dak-ha",
  onBehalf: null,
  payloadClass: "container_40",
  vin: null,
  trailer: { country: "VN", number: "12R00677" },
  containers: [{ number: "TLLU5281144", size: "40" }],
  customsNumbers: ["307412886140"],
  quarantine: [{ service: "plant", number: "KDTV-2026-118" }],
  note: null,
  driver: { person: id, name: "Trần Quốc Huy", erased: false },
  booking: null,
  postponedUntil: null,
  signals: [
    { origin: "barrier", source: "d1", place: "viettel", recordedAt: at(265) },
    { origin: "officer", source: "o1", place: "viettel", recordedAt: at(264) },
  ],
  transferredTo: null,
  transfers: [],
  diversions: [],
  twoWay: false,
  back: null,
  feeStep: "not_installed",
  place: null,
  streamPlace: null,
  ahead: null,
  waiting: null,
  returnBy: null,
  version: 8,
  orders: [],
  may: [
    { action: "release", allowed: false, reason: "checks_missing", params: { checks: "plant_quarantine" } },
    { action: "withdraw", allowed: true },
    { action: "decide_check:plant_quarantine", allowed: true, params: { decisions: "pass,hold,fail" } },
    { action: "decide_check:customs", allowed: false, reason: "not_allowed", params: { who: "customs" } },
  ],
});
