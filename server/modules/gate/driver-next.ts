import type { TripState } from "@moc/contract/gate/trip.ts";
import type { Language, LocalText } from "@moc/contract/values/text.ts";
import { kindNow, onReturnLeg } from "@moc/engines/gate/leg.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";

type Steps = Partial<Record<TripState, LocalText>>;

const toYard: LocalText = {
  vi: "Vào bãi kiểm tra theo hướng dẫn tại cổng.",
  en: "Drive into the yard as you are told at the gate.",
  zh: "请按卡口指引驶入货场。",
};
const leaveNow: LocalText = {
  vi: "Được đi tiếp vào nội địa.",
  en: "You may drive on inland.",
  zh: "可继续驶往内地。",
};
const stay: LocalText = {
  vi: "Chờ trong bãi. Các lực lượng kiểm tra tại chỗ.",
  en: "Stay in the yard. The forces check the truck there.",
  zh: "请在货场等候，各查验单位在现场查验。",
};
const byKm0: LocalText = {
  vi: "Qua Km0 khi phía bên kia cho đi; biên phòng ghi giờ qua.",
  en: "Pass Km0 when the other side lets you; the border guard records it.",
  zh: "对方放行后经零公里处通过，由边防登记。",
};
const goHome: LocalText = {
  vi: "Được qua Km0 để về.",
  en: "You may pass Km0 and go home.",
  zh: "可经零公里处返回。",
};

// What the driver does next where the state alone does not tell it. An export by VN truck has the queue's own words.
const next: Record<Trip["kind"], Steps> = {
  export_vn: {
    abroad: {
      vi: "Chở hàng về thì chủ hàng khai trước khi xe qua Km0; về không thì đi thẳng.",
      en: "Coming back with goods: the owner declares them before you pass Km0. Empty, just come.",
      zh: "载货返回须由货主在过零公里处前申报；空车可直接返回。",
    },
  },
  export_cn: {
    declared: {
      vi: "Vào nhận hàng: qua Km0 với xe không, biên phòng ghi giờ vào.",
      en: "You come to load: pass Km0 empty, the border guard records it.",
      zh: "入境装货：空车经零公里处入境，由边防登记。",
    },
    crossed_in: toYard,
    in_yard: {
      vi: "Chờ trong bãi để hàng được sang lên xe.",
      en: "Stay in the yard until the goods are loaded onto your truck.",
      zh: "请在货场等候货物换装上车。",
    },
    transferred: stay,
    released: goHome,
  },
  import_cn: {
    declared: byKm0,
    crossed_in: toYard,
    in_yard: stay,
    checks_done: {
      vi: "Chờ bãi sang tải hàng, hoặc chờ hải quan cho vào nội địa.",
      en: "Wait for the transfer of the goods, or for customs to let you go inland.",
      zh: "请等候货物换装，或海关准予驶往内地。",
    },
    released: {
      vi: "Được rời bãi.",
      en: "You may leave the yard.",
      zh: "可驶离货场。",
    },
  },
  import_vn: {
    declared: {
      vi: "Sang nhận hàng: qua Km0 với xe không, biên phòng ghi giờ ra.",
      en: "You go to load: pass Km0 empty, the border guard records it.",
      zh: "出境装货：空车经零公里处出境，由边防登记。",
    },
    abroad: byKm0,
    crossed_in: toYard,
    in_yard: stay,
    released: leaveNow,
  },
  import_new_vehicle: { declared: byKm0, crossed_in: toYard, in_yard: stay, released: leaveNow },
};

// However a trip ends before its crossing: where the reason is read, and how one goes all the same.
const ended: Steps = {
  refused: {
    vi: "Xe không được qua. Người khai báo đọc được lý do trong lượt xe; muốn đi lại thì khai báo mới.",
    en: "You may not pass. The declarant can read why in the trip; to try again, a new declaration is needed.",
    zh: "不得通行。申报人可在车次中查看原因；如需再行，须重新申报。",
  },
  expired: {
    vi: "Khai báo đã hết hạn. Muốn đi, nhờ người khai báo khai lại.",
    en: "The declaration has run out. To go, ask the declarant for a new one.",
    zh: "申报已过期。如需通行，请申报人重新申报。",
  },
  withdrawn: {
    vi: "Khai báo đã được rút, xe không còn chỗ trong hàng. Muốn đi, nhờ người khai báo khai lại.",
    en: "The declaration was withdrawn, so the truck has no place any more. To go, ask the declarant for a new one.",
    zh: "申报已撤回，车辆不再保留位次。如需通行，请申报人重新申报。",
  },
};

const sentElsewhere: LocalText = {
  vi: "Xe được chuyển sang lối này. Đến bãi chờ của lối để vào hàng chờ.",
  en: "You are sent to this route now. Drive to its holding place to join the queue.",
  zh: "已改走此通道。请前往该通道的等候场地排队。",
};

const loadForHome: LocalText = {
  vi: "Vào chỗ bãi chỉ để nhận hàng chở về.",
  en: "Drive to where the yard tells you, to be loaded for your way home.",
  zh: "请驶往货场指定位置，装载返程货物。",
};

/** The one thing that the driver does next; null where the page already says it, or nothing is to be done. */
export function nextForDriver(trip: Trip, language: Language): string | null {
  if (trip.state === "travelling" && trip.diversions.length > 0) return sentElsewhere[language];
  if (trip.state === "released" && trip.back !== null && !onReturnLeg(trip)) return loadForHome[language];
  const step = ended[trip.state] ?? next[kindNow(trip)][trip.state];
  return step?.[language] ?? null;
}
