/** How traffic is spread over year, day and goods. How much of it there is on each route stands in the zone's pack. */

/**
 * Vehicles of the month against January. January 1,853 and July 1,759 a day are published, November 2025 over 1,700
 * with peaks past 2,000; the months between are drawn by hand and illustrative.
 */
export const seasons = [1, 0.85, 0.95, 1, 1.02, 1, 0.95, 0.96, 0.98, 1, 0.97, 1.02] as const;

/** Share of arrivals per hour of the day, 0 to 23; illustrative shape: few by night, most in the forenoon. */
export const arrivalHours = {
  out: [1, 1, 1, 2, 3, 5, 8, 10, 11, 10, 8, 7, 6, 6, 6, 5, 4, 3, 2, 1, 1, 1, 1, 1],
  in: [0, 0, 0, 0, 0, 0, 2, 10, 12, 12, 11, 8, 7, 9, 10, 9, 7, 4, 1, 0, 0, 0, 0, 0],
} as const;

/** Export goods: the bulletin of 15/01/2026 counts 199 fruit of 372; its durian stands in the backlog as 23 of 136. */
export const exportGoods = [
  { class: "durian", names: ["Sầu riêng"], weight: 9, kg: [16_000, 19_500] },
  {
    class: "fruit",
    names: ["Thanh long", "Mít", "Xoài", "Chuối", "Dưa hấu", "Vải thiều sấy"],
    weight: 45,
    kg: [11_000, 21_000],
  },
  {
    class: "agricultural",
    names: ["Hạt điều nhân", "Ớt tươi", "Chè khô", "Tinh bột sắn"],
    weight: 16,
    kg: [8_000, 20_000],
  },
  { class: "electronics", names: ["Linh kiện điện tử", "Bảng mạch"], weight: 12, kg: [5_000, 12_000] },
  { class: "other", names: ["Ván bóc", "Hàng dệt may", "Giày dép"], weight: 18, kg: [8_000, 22_000] },
] as const;

/** Import goods: of 1,481 vehicles of 15/01/2026, agricultural goods came to 4,377 tonnes, about 220 trucks' load. */
export const importGoods = [
  { class: "electronics", names: ["Linh kiện điện tử", "Màn hình"], weight: 40, kg: [6_000, 14_000] },
  { class: "agricultural", names: ["Tỏi", "Khoai tây", "Nấm"], weight: 9, kg: [14_000, 22_000] },
  { class: "fruit", names: ["Táo", "Lê", "Nho"], weight: 6, kg: [14_000, 21_000] },
  {
    class: "other",
    names: ["Vải may mặc", "Máy móc", "Hạt nhựa", "Đồ gia dụng"],
    weight: 45,
    kg: [8_000, 24_000],
  },
] as const;

/** New vehicles among the imports: 130 of 1,481 on 15/01/2026. What they are is illustrative. */
export const newVehicleShare = 130 / 1_481;
export const newVehicleNames = ["Xe đầu kéo mới", "Xe tải mới", "Xe ben mới", "Xe khách mới"] as const;

/**
 * Kinds of trip that no source counts, as shares: of exports, of imports, of the exports that are abroad, and of the
 * imports that have handed their goods over and are not two-way; illustrative.
 */
export const rareKinds = { exportCn: 0.04, importVn: 0.03, loadedReturn: 0.06, loadedHome: 0.02 } as const;

/** Two-way vehicles: six Chinese ones at Hữu Nghị on 01/01/2026, all drawn onto one route; the pilot has an end. */
export const twoWay = { routes: ["1119-1120"], share: 6 / 589, from: "2025-12-10", to: "2026-12-09" };

/** Median minutes of each step, all illustrative: no source states service times. */
export const serviceMinutes = {
  travel: 40,
  entry: 1.5,
  yardEntry: 6,
  release: 4,
  crossing: 8,
  transfer: 45,
  abroad: 420,
  leaving: 15,
  /** From one route to another. */
  elsewhere: 35,
} as const;

/** Median minutes of a check by kind, illustrative as well; of kinds that another zone has, the same for all. */
export const checkMinutes: Readonly<Record<string, number>> = {
  border_guard_exit: 4,
  border_guard_entry: 4,
  customs: 9,
  health_quarantine: 4,
  plant_quarantine: 16,
  animal_quarantine: 16,
};
export const otherCheckMinutes = 8;

/** Desks of each force that work side by side on one route for 100 vehicles a day; illustrative. */
export const desksPer100 = {
  border_guard: 1,
  customs: 2,
  health_quarantine: 1,
  plant_quarantine: 1.2,
} as const;

/** Of a day's exports: stand at the border from the evening before when a demonstration begins; illustrative. */
export const carriedOver = 0.27;

/** Trouble, as a share of trucks; illustrative. */
export const trouble = {
  goodsUnknown: 0.02,
  customsHold: 0.04,
  plantHold: 0.03,
  failed: 0.004,
  withdrawn: 0.01,
  noShow: 0.004,
  /** Of the withdrawals: taken back within ten minutes. */
  undone: 0.3,
  /** Of the exports on routes with slots: books one for when it means to come. */
  slot: 0.4,
  priority: 0.006,
  heldBack: 0.006,
  /** Drivers who are not ready: while they wait, and when they are called. */
  postponed: 0.06,
  postponedWhenCalled: 0.015,
  /** Of those: ready again before their time is up. */
  readyEarly: 0.5,
  /** Per route and day: the line is down for minutes, and what is written in them arrives late. */
  outage: 0.4,
  /** Of all messages: the answer is lost and it is asked again at once; or it is sent again minutes later. */
  answerLost: 0.004,
  sentAgain: 0.006,
  /** Per route and day: an hour in which its people work on paper. */
  paperHour: 0.05,
  /** Of the trucks of a firm that lets an agent: the agent declares it. */
  byAgent: 0.15,
  /** Of the drivers of exports: says whether he wants to be told; of those: wants to. */
  answersTelling: 0.06,
  wantsTelling: 0.85,
  inland: 0.25,
  trailer: 0.003,
  diverted: 0.004,
  /** Per route and day: the other side closes for an hour or so, at two hours' notice. */
  closure: 0.12,
  /** Per route and day: it works shorter hours, takes fewer, or does not take durian for a while. */
  shortHours: 0.03,
  fewer: 0.06,
  noDurian: 0.05,
} as const;

/** Wagons a day over the border by rail: 25 out and 30 to 35 in, Đồng Đăng station in 2023 (danviet, 2/2024). */
export const wagonsPerDay = { export: [25, 25], import: [30, 35] } as const;
