/** Rooms, lowest first: a room may call only rooms that stand before it. */
export const ROOMS = [
  "registry",
  "identity",
  "ledger",
  "directives",
  "dossiers",
  "fleet",
  "gate",
  "twin",
  "figures",
  "portal",
] as const;

/** The one file of a room that others may import. */
export const DOOR = /^(server|web)\/modules\/[^/]+\/index\.tsx?$/;

/** The sides of the house; a wall stands between any two that the table `SEES` does not join. */
export type Side =
  | "contract/values"
  | "contract/platform"
  | "contract"
  | "engines"
  | "server/platform"
  | "server/modules"
  | "server/main"
  | "web/ui"
  | "web/shell"
  | "web/modules"
  | "web/main"
  | "field"
  | "outside";

const CONTRACT: readonly Side[] = ["contract/values", "contract/platform", "contract"];
const MODULE_SIDES: readonly Side[] = [...CONTRACT, "engines"];

/** What each side may import, besides itself. `outside` is bench, test and tools: they see all and are seen by none but tests. */
export const SEES: Record<Side, readonly Side[]> = {
  "contract/values": [],
  "contract/platform": ["contract/values"],
  contract: CONTRACT,
  engines: CONTRACT,
  "server/platform": ["contract/values", "contract/platform"],
  "server/modules": [...MODULE_SIDES, "server/platform"],
  "server/main": [...MODULE_SIDES, "server/platform", "server/modules"],
  "web/ui": ["contract/values"],
  "web/shell": [...CONTRACT, "web/ui"],
  "web/modules": [...MODULE_SIDES, "web/ui", "web/shell"],
  "web/main": [...MODULE_SIDES, "web/ui", "web/shell", "web/modules"],
  field: CONTRACT,
  outside: [
    ...MODULE_SIDES,
    "server/platform",
    "server/modules",
    "server/main",
    "web/ui",
    "web/shell",
    "web/modules",
    "web/main",
    "field",
  ],
};

/** `room` is set in the four folders that are divided by room, and only when the folder bears a room's name. */
export type Place = { side: Side; room?: string; folder?: string };

const isRoom = (name: string | undefined): boolean => ROOMS.some((room) => room === name);

function inFolder(side: Side, folder: string | undefined): Place {
  if (folder === undefined) return { side };
  return isRoom(folder) ? { side, room: folder, folder } : { side, folder };
}

/** Where a file stands, read from its path alone. */
export function placeOf(path: string): Place {
  const [top, second, third, fourth] = path.split("/");
  const folder = third === undefined ? undefined : second;
  const inner = fourth === undefined ? undefined : third;
  // The words that code, messages and screens share: data beside the contract, read by whoever speaks them.
  if (path === "GLOSSARY.md") return { side: "contract/values" };
  if (top === "contract" && folder === "values") return { side: "contract/values" };
  if (top === "contract" && folder === "platform") return { side: "contract/platform" };
  if (top === "contract") return inFolder("contract", folder);
  if (top === "engines") return inFolder("engines", folder);
  if (top === "server" && folder === "platform") return { side: "server/platform" };
  if (top === "server" && folder === "modules") return inFolder("server/modules", inner);
  if (top === "server") return { side: "server/main" };
  if (top === "web" && folder === "ui") return { side: "web/ui" };
  if (top === "web" && folder === "modules") return inFolder("web/modules", inner);
  if (top === "web") return { side: folder === undefined ? "web/main" : "web/shell" };
  return { side: top === "field" ? "field" : "outside" };
}
