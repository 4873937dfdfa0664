/** A small sound scenario: two routes, a yard with docks, a park, two forces, trucks out and in. Tests change it. */
export function gateDocument() {
  const lane = (direction: string, lanes = 2) => ({
    direction,
    count: lanes,
    minutes: { fixed: 2 } as object,
  });
  const shift = { from: "07:00", to: "18:00", desks: 4 };
  const route = (key: string) => ({
    key,
    gate: "G",
    hours: "day",
    lanes: [lane("export"), lane("import")],
    yard: "y",
    park: "p",
  });
  return {
    format: "moc-simulation-1",
    name: "two routes",
    start: "2026-01-05",
    days: 4,
    warm_up_days: 0,
    replications: 3,
    seed: 7,
    hours: [{ key: "day", week: [{ from: "07:00", to: "18:00" }] }] as { key: string; week: object[] }[],
    streams: [{ key: "all", level: 0, slot: 1, live: 1 }],
    routes: [route("a"), route("b")],
    yards: [{ key: "y", room: 30, docks: { count: 5 } }] as {
      key: string;
      room: number | null;
      docks?: object;
    }[],
    parks: [{ key: "p", room: 50 }],
    forces: ["customs", "guard"].map((check) => ({ key: check, check, routes: ["a", "b"], shifts: [shift] })),
    traffic: [
      {
        key: "out",
        direction: "export",
        stream: "all",
        checks: ["customs", "guard"].map((check) => ({ check, minutes: { fixed: 5 } })),
        fee: 100_000,
      },
      { key: "in", direction: "import", stream: "all", inland: 0.5, transfer: { fixed: 20 } },
      { key: "guided", direction: "export", lane_class: "guided", stream: "all" },
    ],
    arrivals: [
      { traffic: "out", route: "a", per_day: 100 },
      { traffic: "in", route: "a", per_day: 60 },
    ],
  };
}
