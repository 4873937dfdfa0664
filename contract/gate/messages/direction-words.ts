import type { LocalText } from "../../values/text.ts";
import type { Direction } from "../../values/traffic.ts";

/** Which way a truck crosses, as a choice or a column says it. */
export const directionWords = {
  export: { vi: "Xuất", en: "Export", zh: "出口" },
  import: { vi: "Nhập", en: "Import", zh: "进口" },
} as const satisfies Record<Direction, LocalText>;
