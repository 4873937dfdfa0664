import type { LocalText } from "../../values/text.ts";
import type { Alert } from "../operations.ts";

/** Every title says where: the alerts of two routes are told apart by it alone. */
export const alertWords = {
  long_wait: {
    vi: "Xe chờ quá lâu tại {route}",
    en: "Trucks wait too long at {route}",
    zh: "{route}车辆等候过久",
  },
  goods_unknown: {
    vi: "Xe chưa rõ hàng hóa tại {route}",
    en: "Trucks with goods not yet known at {route}",
    zh: "{route}货物不详的车辆",
  },
  check_waiting: {
    vi: "Xe chờ kết quả kiểm tra tại {route}",
    en: "Trucks wait for a check at {route}",
    zh: "{route}车辆等待查验结果",
  },
  check_hold: {
    vi: "Xe đang bị tạm giữ tại {route}",
    en: "Trucks on hold at {route}",
    zh: "{route}车辆被暂扣",
  },
  abroad_due: {
    vi: "Xe {here.adjective} sắp quá hạn ở bên kia, {route}",
    en: "{here.Adjective} trucks due back soon at {route}",
    zh: "{route}{here.adjective}车辆即将到期返回",
  },
  abroad_overdue: {
    vi: "Xe {here.adjective} quá hạn ở bên kia, {route}",
    en: "{here.Adjective} trucks overdue abroad, {route}",
    zh: "{route}{here.adjective}车辆境外逾期",
  },
  inside_overdue: {
    vi: "Xe {across.adjective} quá hạn ở {here.country}, {route}",
    en: "{across.Adjective} trucks overdue in {here.country}, {route}",
    zh: "{route}{across.adjective}车辆在{here.country}逾期",
  },
  no_show: {
    vi: "Xe được gọi mà chưa tới tại {route}",
    en: "Called trucks have not come at {route}",
    zh: "{route}已叫号车辆未到",
  },
  counterpart_closure: {
    vi: "{across.Party} đóng {route}, chưa có lệnh",
    en: "{across.Party} closes {route}, no order yet",
    zh: "{across.party}关闭{route}，尚无调度令",
  },
  out_of_step: {
    vi: "{check} làm trái thứ tự gọi tại {route}",
    en: "{check} out of step with the queue at {route}",
    zh: "{route}的{check}未按叫号顺序",
  },
} as const satisfies Record<Alert["kind"], LocalText>;
