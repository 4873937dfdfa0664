import type { Alert, OperationsView } from "@moc/contract/gate/operations.ts";
import { Link } from "@tanstack/react-router";
import { clockFrom, figure } from "../../../ui/format.ts";
import { Glyph, type GlyphName } from "../../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { EmptyState } from "../../../ui/states.tsx";
import type { Texts } from "../../../ui/text.ts";
import { useAlertTitle } from "./alert-title.ts";
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
  harm: { vi: "Mất {n} xe·giờ", en: "{n} {n|vehicle hour|vehicle hours} lost", zh: "损失{n}车时" },
  vehicles: { vi: "{n} xe", en: "{n} {n|vehicle|vehicles}", zh: "{n}辆" },
  since: { vi: "từ {time}", en: "since {time}", zh: "自{time}" },
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
} as const satisfies Texts;

const shapes = { bad: "oct", warn: "tri", limited: "half" } as const satisfies Record<
  Alert["severity"],
  GlyphName
>;

/** What asks for action, the greatest harm first, with the button that mends it; `most` of them, and how many are left. */
export function Alerts({ view, most }: { view: OperationsView; most?: number }) {
  const t = useTexts(texts);
  const left = view.alerts.length - (most ?? view.alerts.length);
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
            <AlertRow key={alert.id} alert={alert} now={view.now} first={at === 0} />
          ))}
        </ol>
      )}
      {left > 0 && <p className="muted small left">{t("left", { n: left })}</p>}
    </Panel>
  );
}

function AlertRow({ alert, now, first }: { alert: Alert; now: string; first: boolean }) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const title = useAlertTitle();
  const tone = alert.severity === "limited" ? "lim" : alert.severity;
  const count = alert.params.count ?? String(alert.trips.length);
  const harm = !alert.harmHours
    ? t("vehicles", { n: Number(count) })
    : t("harm", { n: figure(lang, alert.harmHours, alert.harmHours < 1 ? 1 : 0) });
  const detail = Object.values(alert.params).length > 0 && Boolean(alert.harmHours);
  return (
    <li className={`al ${tone}`}>
      <span className="ag">
        <Glyph name={shapes[alert.severity]} />
      </span>
      <div>
        <div className="harm num">
          <b>{harm}</b>
          <span>{t("since", { time: clockFrom(now, alert.since) })}</span>
        </div>
        <h3>{title(alert)}</h3>
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
    <Link className={className} to="/trips" search={{ alert: alert.id }}>
      {t("open_trips")}
    </Link>
  );
}
