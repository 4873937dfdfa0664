import type { Alert, OperationsView } from "@moc/contract/gate/operations.ts";
import { Link } from "@tanstack/react-router";
import { clock, figure } from "../../../ui/format.ts";
import { Glyph, type GlyphName } from "../../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { EmptyState } from "../../../ui/states.tsx";
import type { Texts } from "../../../ui/text.ts";
import { useCheckNames } from "../check-kinds.ts";
import "./alerts.css";

const texts = {
  title: { vi: "Cần xử lý", en: "Needs action", zh: "待处理" },
  byHarm: { vi: "xếp theo thiệt hại", en: "by harm", zh: "按损失排序" },
  none: { vi: "Không có việc cần xử lý", en: "Nothing needs action", zh: "无待处理事项" },
  noneWhy: {
    vi: "Không lối nào chờ quá lâu, không xe nào quá hạn. Cảnh báo hiện ở đây ngay khi có.",
    en: "No route waits too long, no truck is overdue. Alerts appear here as soon as there are any.",
    zh: "各通道等候正常，无逾期车辆。一有告警即在此显示。",
  },
  harm: { vi: "Mất {n} xe·giờ", en: "{n} vehicle hours lost", zh: "损失{n}车时" },
  vehicles: { vi: "{n} xe", en: "{n} {n|vehicle|vehicles}", zh: "{n}辆" },
  since: { vi: "từ {time}", en: "since {time}", zh: "自{time}" },
  long_wait: {
    vi: "Xe chờ quá lâu tại {route}",
    en: "Trucks wait too long at {route}",
    zh: "{route}车辆等候过久",
  },
  goods_unknown: { vi: "Xe chưa rõ hàng hóa", en: "Trucks with goods not yet known", zh: "货物不详的车辆" },
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
    vi: "Xe Việt Nam sắp quá hạn ở bên kia",
    en: "Vietnamese trucks due back soon",
    zh: "越南车辆即将到期返回",
  },
  abroad_overdue: {
    vi: "Xe Việt Nam quá hạn ở bên kia",
    en: "Vietnamese trucks overdue abroad",
    zh: "越南车辆境外逾期",
  },
  inside_overdue: {
    vi: "Xe Trung Quốc quá hạn ở Việt Nam",
    en: "Chinese trucks overdue in Vietnam",
    zh: "中国车辆在越逾期",
  },
  no_show: {
    vi: "Xe được gọi mà chưa tới tại {route}",
    en: "Called trucks have not come at {route}",
    zh: "{route}已叫号车辆未到",
  },
  counterpart_closure: {
    vi: "Phía Trung Quốc đóng {route}, chưa có lệnh",
    en: "The Chinese side closes {route}, no order yet",
    zh: "中方关闭{route}，尚无调度令",
  },
  out_of_step: {
    vi: "{check} làm trái thứ tự gọi tại {route}",
    en: "{check} out of step with the queue at {route}",
    zh: "{route}的{check}未按叫号顺序",
  },
  overtaken: {
    vi: "Làm trước {n} xe được gọi sau",
    en: "{n} called later {n|was|were} done first",
    zh: "先办理了{n}辆后叫号车辆",
  },
  give_order: { vi: "Ra lệnh", en: "Give an order", zh: "下达调度令" },
  call_forward: { vi: "Gọi xe", en: "Call forward", zh: "叫号" },
  open_queue: { vi: "Mở hàng chờ", en: "Open the queue", zh: "查看排队" },
  open_trips: { vi: "Xem danh sách", en: "See the list", zh: "查看列表" },
  open_trip: { vi: "Mở hồ sơ xe", en: "Open the trip", zh: "查看车次" },
  left: { vi: "và {n} việc nữa", en: "and {n} more", zh: "另有{n}项" },
  border: { vi: "biên giới", en: "the border", zh: "口岸" },
} as const satisfies Texts;

const shapes = { bad: "oct", warn: "tri", limited: "half" } as const satisfies Record<
  Alert["severity"],
  GlyphName
>;

/** What asks for action, the greatest harm first, with the button that mends it; `most` of them, and how many are left. */
export function Alerts({ view, most }: { view: OperationsView; most?: number }) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const left = view.alerts.length - (most ?? view.alerts.length);
  const routes = new Map(view.routes.map((route) => [route.key, route.shortName[lang]]));
  return (
    <Panel
      title={t("title")}
      note={view.alerts.length || undefined}
      end={<span className="muted small">{t("byHarm")}</span>}
      className="alerts"
    >
      {view.alerts.length === 0 ? (
        <EmptyState icon="check" title={t("none")}>
          {t("noneWhy")}
        </EmptyState>
      ) : (
        <ol>
          {view.alerts.slice(0, most).map((alert, at) => (
            <AlertRow
              key={alert.id}
              alert={alert}
              route={routes.get(alert.route ?? "") ?? t("border")}
              first={at === 0}
            />
          ))}
        </ol>
      )}
      {left > 0 && <p className="muted small left">{t("left", { n: left })}</p>}
    </Panel>
  );
}

function AlertRow({ alert, route, first }: { alert: Alert; route: string; first: boolean }) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const checkName = useCheckNames();
  const tone = alert.severity === "limited" ? "lim" : alert.severity;
  const count = alert.params.count ?? String(alert.trips.length);
  const harm =
    alert.harmHours === null
      ? t("vehicles", { n: Number(count) })
      : t("harm", { n: figure(lang, alert.harmHours) });
  const detail = Object.values(alert.params).length > 0 && alert.harmHours !== null;
  return (
    <li className={`al ${tone}`}>
      <span className="ag">
        <Glyph name={shapes[alert.severity]} />
      </span>
      <div>
        <div className="harm num">
          <b>{harm}</b>
          <span>{t("since", { time: clock(alert.since) })}</span>
        </div>
        <h3>{t(alert.kind, { route, check: checkName(alert.params.check ?? "") })}</h3>
        {detail && <p className="num">{t("vehicles", { n: Number(count) })}</p>}
        {alert.kind === "out_of_step" && (
          <p className="num">{t("overtaken", { n: Number(alert.params.passed) })}</p>
        )}
        <div className="aa">
          <AlertAction alert={alert} loud={first && alert.action === "call_forward"} />
        </div>
      </div>
    </li>
  );
}

function AlertAction({ alert, loud }: { alert: Alert; loud: boolean }) {
  const t = useTexts(texts);
  const className = `btn sm ${loud ? "pri" : ""}`;
  const [trip] = alert.trips;
  if (alert.action === "open_trip" && trip) {
    return (
      <Link className={className} to="/trips/$trip" params={{ trip }}>
        {t("open_trip")}
      </Link>
    );
  }
  if (alert.route && alert.action === "give_order") {
    const { from, to } = alert.params;
    // What has begun is answered at once: an order does not begin in the past.
    const begins = alert.severity === "bad" || from === undefined ? {} : { from };
    return (
      <Link
        className={className}
        to="/steering"
        search={{ route: alert.route, ...begins, ...(to !== undefined && to !== "" && { to }) }}
      >
        {t("give_order")}
      </Link>
    );
  }
  if (alert.route && alert.action !== "open_trips" && alert.action !== "give_order") {
    const params = { route: alert.route, direction: alert.direction ?? "export" };
    return (
      <Link className={className} to="/queue/$route/$direction" params={params}>
        {t(alert.action)}
      </Link>
    );
  }
  return (
    <Link className={className} to="/trips">
      {t("open_trips")}
    </Link>
  );
}
