import { tripKinds } from "@moc/contract/gate/declaration.ts";
import { importColumns } from "@moc/contract/gate/import.ts";
import { columnWords } from "@moc/contract/gate/messages/import.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { csvLine } from "@moc/server/platform/files/csv.ts";
import { must } from "../naive-gate/truck.ts";
import { command, declaration, firm, newPlate, route } from "../trips.ts";
import { drawnWindow, firmOf, goods, otherRoutes } from "./random-acts.ts";
import { agent, type Play } from "./random-steering.ts";

/** How trucks are declared: one by one, many by one command, and by a file. */

// Exports are the most: theirs is the queue.
const kinds = [...Array.from({ length: 6 }, () => "export_vn" as const), ...tripKinds];

/** One of the firms that declare. */
export function drawnFirm({ draw, size }: Play): Actor {
  const by = draw.upTo(size.firms - 1);
  return by === 0 ? firm : firmOf(`firm-${by}`);
}

function drawnDeclaration({ draw, size }: Play) {
  const kind = draw.pick(kinds);
  const { isGoods } = kindTraits[kind];
  const lines = isGoods ? {} : { goods: draw.pick(goods) };
  const origin = draw.chance(0.3) ? { origin: draw.pick(["Đắk Lắk", "Long An"]) } : {};
  const busy = size.open > 8 && draw.chance(0.4);
  const twoWay = draw.chance(0.1) && !isGoods ? { twoWay: true as const } : {};
  const at = busy ? draw.pick(otherRoutes) : route;
  return declaration({ kind, route: at, ...lines, ...origin, ...twoWay });
}

/** A truck of a firm, or of one that an agent files for; a firm that has brought a truck brings it again. */
export function declareOne(play: Play): Promise<unknown> {
  const { as, draw, now } = play;
  const filed = drawnDeclaration(play);
  const slot = kindTraits[filed.kind].queued && draw.chance(0.4) ? { slot: drawnWindow(draw, now) } : {};
  const input = { ...command(), declaration: filed, ...slot };
  if (draw.chance(0.05)) return as(agent).declareVehicle({ ...input, firm: firm.organisation ?? "" });
  return as(drawnFirm(play)).declareVehicle(input);
}

type Many = { trips: unknown[] };

/** Some trucks by one command: all of them or none, and none when one truck stands in it twice. */
async function fileSome<Item>(
  { draw }: Play,
  make: () => Item,
  file: (items: Item[]) => Promise<Many>,
): Promise<Many> {
  const first = make();
  const others = Array.from({ length: draw.upTo(3) }, make);
  const twice = draw.chance(0.2);
  const items = [first, ...others, ...(twice ? [first] : [])];
  const filed = await file(items);
  must(!twice && filed.trips.length === items.length, "many are filed all or none", { twice, items, filed });
  return filed;
}

/** Many at once, as a firm's own program files them. */
export function declareSome(play: Play): Promise<Many> {
  const by = play.as(drawnFirm(play));
  return fileSome(
    play,
    () => drawnDeclaration(play),
    (declarations) => by.declareMany({ ...command(), declarations }),
  );
}

const heads = importColumns.map((column) => columnWords[column].vi);

function drawnLine({ draw }: Play): string[] {
  const cells: Partial<Record<(typeof importColumns)[number], string>> = {
    kind: "Xuất khẩu bằng xe Việt Nam",
    route: draw.pick([route, route, ...otherRoutes]),
    plate: newPlate().number,
    payloadClass: "container_40",
    driverName: "Nguyễn Văn Thử",
    driverPaper: "012345678901",
    owner: "Hợp tác xã Bảo Sơn",
    goodsName: "Sầu riêng",
    goodsClass: "Sầu riêng",
  };
  return importColumns.map((column) => cells[column] ?? "");
}

/** A file of a firm. */
export function importSome(play: Play): Promise<Many> {
  const by = play.as(drawnFirm(play));
  const fileOf = (lines: string[][]) => {
    const text = [heads, ...lines].map((cells) => csvLine(cells)).join("");
    return { name: "xe.csv", content: Buffer.from(text).toString("base64") };
  };
  return fileSome(
    play,
    () => drawnLine(play),
    (lines) => by.importDeclarations({ ...command(), file: fileOf(lines) }),
  );
}
