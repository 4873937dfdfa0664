type Goods = { class: string; weightKg?: number };
type Told = {
  route: string;
  direction: string;
  goods: Goods[];
  kind: string;
  twoWay?: boolean;
  arrived?: Date;
  crossed?: Date;
  ended?: Date;
  back?: { goods: Goods[]; crossed?: Date };
};
/** Goods that crossed, one way. */
type Load = { direction: string; goods: Goods[]; crossed?: Date | undefined };
type Row = { kind: string; subject: string; occurred_at: Date; data: Record<string, unknown> };

const ends = new Set(["gate.left", "gate.withdrawn", "gate.refused", "gate.expired"]);
const agricultural = ["durian", "fruit", "agricultural"];

/** What the log tells of each truck, read without the engines; and when trucks that had arrived changed their route. */
function tell(events: readonly Row[]) {
  const trucks = new Map<string, Told>();
  const turned: Date[] = [];
  for (const { kind, subject, occurred_at: at, data } of events) {
    const said = data as unknown as Told & { cause?: string }; // as: the log of a test is its own
    if (kind === "gate.declared")
      trucks.set(subject, {
        route: said.route,
        direction: said.direction,
        goods: said.goods,
        kind: said.kind,
        twoWay: said.twoWay === true,
      });
    const truck = trucks.get(subject);
    if (truck === undefined) continue;
    if (kind === "gate.amended") [truck.goods, truck.route] = [said.goods, said.route];
    if (kind === "gate.arrived") truck.arrived ??= at;
    if (kind === "gate.diverted") {
      if (truck.arrived !== undefined) turned.push(at);
      truck.route = String(data.to);
    }
    if (kind === "gate.return_declared") truck.back = { goods: said.goods };
    if (kind === "gate.returned") delete truck.back;
    const crosses = kind === "gate.crossed_in" ? "import" : kind === "gate.crossed_out" ? "export" : "";
    if (crosses === truck.direction) truck.crossed = at;
    else if (crosses !== "" && truck.back !== undefined) truck.back.crossed = at;
    if (kind === "gate.crossed_out" && truck.kind.endsWith("_cn")) truck.ended = at;
    if (kind === "gate.requeued" && said.cause === "route_changed") turned.push(at);
    if (ends.has(kind)) truck.ended = at;
    if (kind === "gate.withdrawal_undone") delete truck.ended;
  }
  return { trucks: [...trucks.values()], turned };
}

/** The lines of a bulletin, counted from the bare log the slow way. */
export function countByHand(rows: readonly unknown[], from: Date, cutOff: Date) {
  const { trucks, turned } = tell(rows as Row[]); // as: rows of the event table
  const within = (at: Date | undefined) => at !== undefined && at > from && at <= cutOff;
  const later = (at: Date | undefined) => at === undefined || at > cutOff;
  const classOf = ({ goods }: { goods: Goods[] }) =>
    goods.some((line) => line.class === "durian") ? "durian" : (goods[0]?.class ?? "unknown");
  const isFruit = (truck: { goods: Goods[] }) => ["durian", "fruit"].includes(classOf(truck));
  const kilograms = (some: readonly Load[]) =>
    some
      .flatMap((truck) => truck.goods)
      .filter((line) => agricultural.includes(line.class))
      .reduce((sum, line) => sum + (line.weightKg ?? 0), 0);
  const loads: Load[] = trucks.flatMap((truck) =>
    truck.back === undefined
      ? [truck]
      : [truck, { direction: truck.direction === "export" ? "import" : "export", ...truck.back }],
  );
  const across = loads.filter((load) => within(load.crossed));
  const out = across.filter((truck) => truck.direction === "export");
  const back = across.filter((truck) => truck.direction === "import");
  const waiting = trucks.filter(
    (truck) =>
      truck.direction === "export" && !later(truck.arrived) && later(truck.crossed) && later(truck.ended),
  );
  const count = (some: readonly { goods: Goods[] }[], what: string) =>
    some.filter((truck) => classOf(truck) === what).length;
  return {
    vehicles: across.length,
    exports: out.length,
    exports_fruit: out.filter(isFruit).length,
    exports_other: out.filter((truck) => !isFruit(truck)).length,
    exports_agri_kg: kilograms(out),
    imports: back.length,
    imports_agri_kg: kilograms(back),
    new_vehicles: count(back, "new_vehicle"),
    two_way: trucks.filter((truck) => truck.twoWay && within(truck.crossed)).length,
    arrivals: trucks.filter((truck) => truck.direction === "export" && within(truck.arrived)).length,
    backlog: waiting.length,
    backlog_fruit: waiting.filter(isFruit).length,
    backlog_durian: count(waiting, "durian"),
    backlog_unknown: count(waiting, "unknown"),
    turned_around: turned.filter(within).length,
  };
}
