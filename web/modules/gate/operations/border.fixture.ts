import type { HourlyView, OperationsView, RouteView } from "@moc/contract/gate/operations.ts";
import type { Source } from "@moc/contract/values/source.ts";

const source: Source = { confidence: "illustrative", citation: "figures made up for tests of the screen" };
const wait = (medianMinutes: number | null, cases = 20) => ({
  medianMinutes,
  p90Minutes: medianMinutes === null ? null : medianMinutes * 2,
  cases,
});
const same = (name: string) => ({ vi: name, en: name, zh: name });

const counted = (passed: number, day: string) => ({
  day,
  passed,
  source: "báo cáo của ga",
  recordedAt: "2026-01-14T13:00:00.000Z",
  simulated: true,
});

type Short = {
  key: string;
  name: string;
  zh?: string;
  markers: RouteView["markers"];
  out: [number, number, number];
  into: [number, number, number];
  status?: RouteView["status"];
  kind?: RouteView["kind"];
  lanes?: RouteView["lanes"];
  yard?: [string, number, number | null];
};

const route = (short: Short): RouteView => ({
  key: short.key,
  gate: "huu-nghi",
  name: same(short.name),
  shortName: same(short.name),
  kind: short.kind ?? "clearance_route",
  markers: short.markers,
  counterpart: { vi: "Pò Chài", zh: short.zh ?? "浦寨" },
  road: null,
  cargo: short.status === "no_cargo" ? "none" : "active",
  status: short.status ?? "open",
  statusReason: null,
  opensAt: "07:00",
  closesAt: "18:00",
  lanes: short.lanes ?? [],
  yards: short.yard
    ? [
        {
          key: "y",
          name: same(short.yard[0]),
          kind: "yard",
          vehicles: short.yard[1],
          capacity: short.yard[2],
        },
      ]
    : [],
  orders: [],
  export: { waiting: short.out[0], wait: wait(short.out[1]), lastHour: short.out[2] },
  import: { waiting: short.into[0], wait: wait(short.into[1]), lastHour: short.into[2] },
  counted:
    short.kind === "rail"
      ? { unit: "wagon", export: counted(25, "2026-01-14"), import: counted(33, "2026-01-14") }
      : null,
  source,
});

const lane = (lanes: Partial<RouteView["lanes"][number]>): RouteView["lanes"][number] => ({
  direction: null,
  class: "ordinary",
  count: null,
  planned: null,
  source,
  ...lanes,
});

const routes: readonly RouteView[] = [
  route({
    key: "tan-thanh-freight",
    name: "Tân Thanh, đường chuyên dụng",
    markers: ["1088/2", "1089"],
    kind: "freight_road",
    lanes: [lane({ count: 2, planned: 6 }), lane({ class: "guided", count: 2 })],
    yard: ["Bãi Bảo Nguyên", 142, null],
    out: [28, 65, 6],
    into: [22, 35, 24],
  }),
  route({
    key: "tan-thanh",
    name: "Tân Thanh, lối thông quan",
    markers: ["1090", "1091"],
    status: "congested",
    yard: ["Bãi Tân Thanh", 96, null],
    out: [63, 200, 5],
    into: [11, 50, 13],
  }),
  route({
    key: "coc-nam",
    name: "Cốc Nam, lối thông quan",
    markers: ["1104", "1105"],
    status: "pre_registered",
    yard: ["Bãi Cốc Nam", 11, 60],
    out: [9, 25, 3],
    into: [3, 15, 2],
  }),
  route({
    key: "rail",
    name: "Ga Đồng Đăng, đường sắt",
    markers: null,
    kind: "rail",
    out: [12, 80, 12],
    into: [9, 60, 18],
  }),
  route({
    key: "huu-nghi",
    name: "Hữu Nghị, lối thông quan",
    markers: ["1116", "1117"],
    out: [14, 40, 4],
    into: [8, 30, 13],
  }),
  route({
    key: "huu-nghi-freight",
    name: "Hữu Nghị, đường chuyên dụng",
    markers: ["1119", "1120"],
    kind: "freight_road",
    zh: "友谊关",
    lanes: [lane({ count: 4 }), lane({ class: "guided", count: 2 })],
    yard: ["Bãi Xuân Cương", 231, null],
    out: [37, 130, 12],
    into: [46, 65, 57],
  }),
  route({
    key: "chi-ma",
    name: "Chi Ma",
    markers: null,
    yard: ["Bãi Chi Ma HTT", 58, null],
    zh: "爱店",
    out: [26, 75, 3],
    into: [17, 40, 16],
  }),
  route({
    key: "na-hinh",
    name: "Na Hình",
    markers: ["1047", "1048"],
    status: "no_cargo",
    out: [0, 0, 0],
    into: [0, 0, 0],
  }),
];

const shape = [12, 26, 34, 41, 38, 27, 32, 28];
const hourly = (direction: "export" | "import", times: number, banded: boolean): HourlyView => ({
  direction,
  hours: shape.map((count, at) => ({ hour: 7 + at, count: count * times })),
  usual: banded
    ? Array.from({ length: 14 }, (_, at) => {
        const median = (shape[at] ?? 30 - at * 2) * times;
        return { hour: 7 + at, p10: median * 0.7, median, p90: median * 1.3 };
      })
    : null,
  comparableDays: banded ? 8 : 1,
});

/** A filled border at 14:35 in Hanoi, illustrative. */
export const operations = (banded = true): OperationsView => ({
  day: "2026-01-15",
  now: "2026-01-15T07:35:00.000Z",
  figures: {
    exportPassages: 238,
    exportFruit: 128,
    importPassages: 887,
    newVehicles: 41,
    newVehiclesWaiting: 96,
    kmZero: { out: 702, in: 861 },
    exportWaiting: 305,
    durianWaiting: 23,
    goodsUnknownWaiting: 6,
    exportWait: { medianMinutes: 85, p90Minutes: 250, cases: 238 },
    arrivals: 261,
    abroad: 41,
    feeStep: "not_installed",
  },
  routes: [...routes],
  parks: [
    {
      key: "viettel",
      name: same("Công viên logistics Viettel"),
      kind: "park",
      vehicles: 128,
      capacity: null,
      serves: ["huu-nghi-freight"],
    },
  ],
  overstays: [],
  alerts: [
    {
      id: "a1",
      kind: "long_wait",
      severity: "bad",
      harmHours: 21,
      since: "2026-01-15T04:50:00.000Z",
      route: "tan-thanh",
      direction: "export",
      params: { count: "5" },
      trips: [],
      action: "call_forward",
    },
    {
      id: "a2",
      kind: "goods_unknown",
      severity: "warn",
      harmHours: null,
      since: "2026-01-15T01:40:00.000Z",
      route: null,
      direction: null,
      params: { count: "6" },
      trips: ["7b1f7a0e-5e0a-4f4e-9d55-0d6c1e4b7a01"],
      action: "open_trips",
    },
  ],
  hourly: [hourly("export", 1, banded), hourly("import", 4, banded)],
  position: 1200,
});
