import type { LocalText } from "../../values/text.ts";
import type { GoodsClass, Regime, TripKind } from "../../values/traffic.ts";
import type { QuarantinePaper } from "../goods.ts";
import type { PayloadClass } from "../vehicle.ts";

// How people say what a declaration chooses from: on the screens, and in the cells of a file that is imported.

export const kindWords = {
  export_vn: {
    vi: "Xuất khẩu bằng xe {here.adjective}",
    en: "Export by {here.adjective} truck",
    zh: "{here.adjective}车辆出口",
  },
  import_cn: {
    vi: "Nhập khẩu bằng xe {across.adjective}",
    en: "Import by {across.adjective} truck",
    zh: "{across.adjective}车辆进口",
  },
  export_cn: {
    vi: "Xuất khẩu bằng xe {across.adjective} vào nhận hàng",
    en: "Export by {across.adjective} truck that enters empty",
    zh: "{across.adjective}空车入境装货出口",
  },
  import_vn: {
    vi: "Nhập khẩu bằng xe {here.adjective}",
    en: "Import by {here.adjective} truck",
    zh: "{here.adjective}车辆进口",
  },
  import_new_vehicle: {
    vi: "Nhập khẩu xe mới tự chạy",
    en: "Import of a new vehicle on its own wheels",
    zh: "新车自驶进口",
  },
} as const satisfies Record<TripKind, LocalText>;

export const regimeWords = {
  ordinary: { vi: "xuất nhập khẩu thường", en: "ordinary", zh: "一般贸易" },
  temporary_import_re_export: {
    vi: "tạm nhập tái xuất",
    en: "temporary import for re-export",
    zh: "暂进再出",
  },
  temporary_export_re_import: {
    vi: "tạm xuất tái nhập",
    en: "temporary export for re-import",
    zh: "暂出再进",
  },
  merchanting: { vi: "chuyển khẩu", en: "merchanting trade", zh: "转口" },
  transit: { vi: "quá cảnh", en: "transit", zh: "过境" },
  bonded: { vi: "kho ngoại quan", en: "bonded", zh: "保税" },
} as const satisfies Record<Regime, LocalText>;

export const payloadWords = {
  under_2t: { vi: "dưới 2 tấn", en: "under 2 t", zh: "2吨以下" },
  "2_to_5t": { vi: "2 đến dưới 5 tấn", en: "2 to 5 t", zh: "2至5吨" },
  "5_to_10t": { vi: "5 đến dưới 10 tấn", en: "5 to 10 t", zh: "5至10吨" },
  "10_to_18t": { vi: "10 đến dưới 18 tấn", en: "10 to 18 t", zh: "10至18吨" },
  from_18t: { vi: "từ 18 tấn", en: "18 t and more", zh: "18吨及以上" },
  container_20: { vi: "công-te-nơ 20 ft", en: "20 ft container", zh: "20英尺集装箱" },
  container_40: { vi: "công-te-nơ 40 ft", en: "40 ft container", zh: "40英尺集装箱" },
} as const satisfies Record<PayloadClass, LocalText>;

export const goodsWords = {
  durian: { vi: "Sầu riêng", en: "Durian", zh: "榴莲" },
  fruit: { vi: "Quả tươi khác", en: "Other fresh fruit", zh: "其他鲜果" },
  agricultural: { vi: "Nông sản khác", en: "Other agricultural", zh: "其他农产品" },
  electronics: { vi: "Điện tử", en: "Electronics", zh: "电子产品" },
  ore: { vi: "Quặng", en: "Ore", zh: "矿石" },
  new_vehicle: { vi: "Xe mới", en: "New vehicle", zh: "新车" },
  other: { vi: "Hàng khác", en: "Other", zh: "其他" },
} as const satisfies Record<GoodsClass, LocalText>;

/** Services that give a quarantine paper. */
export const serviceWords = {
  health: { vi: "y tế", en: "health", zh: "卫生" },
  plant: { vi: "thực vật", en: "plant", zh: "植物" },
  animal: { vi: "động vật", en: "animal", zh: "动物" },
} as const satisfies Record<QuarantinePaper["service"], LocalText>;
