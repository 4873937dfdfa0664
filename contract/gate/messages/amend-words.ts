import type { LocalText } from "../../values/text.ts";
import type { AmendField } from "../declaration.ts";

/** The parts of a declaration that an amendment states anew, as screens and refusals name them. */
export const partWords = {
  route: { vi: "Lối muốn qua", en: "Route wanted", zh: "拟走通道" },
  vehicle: { vi: "Xe", en: "Vehicle", zh: "车辆" },
  driver: { vi: "Lái xe", en: "Driver", zh: "司机" },
  goods: { vi: "Hàng hóa", en: "Goods", zh: "货物" },
  customsNumbers: { vi: "Số tờ khai hải quan", en: "Customs declaration numbers", zh: "报关单号" },
} as const satisfies Record<AmendField, LocalText>;
