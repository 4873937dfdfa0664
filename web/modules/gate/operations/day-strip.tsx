import type { HourlyView } from "@moc/contract/gate/operations.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { type HourBar, HourBars } from "../../../ui/charts/hour-bars.tsx";
import { clock, figure, minuteOfDay } from "../../../ui/format.ts";
import { Glyph } from "../../../ui/glyph.tsx";
import { Rich, useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import type { Texts } from "../../../ui/text.ts";
import { usualByNow } from "./usual.ts";

const texts = {
  title: { vi: "Hôm nay so với ngày thường", en: "Today against an ordinary day", zh: "今日与平日对比" },
  banded: {
    vi: "dải P10–P90 của {n} ngày cùng thứ gần nhất, đường đứt là trung vị",
    en: "band P10–P90 of the last {n} comparable days, dashed line is the median",
    zh: "最近{n}个同类日的P10–P90区间，虚线为中位数",
  },
  unbanded: {
    vi: "chưa đủ ngày để so sánh: mới có {n}, cần 3",
    en: "not enough days to compare with: {n} so far, 3 needed",
    zh: "可比日不足：目前{n}天，需3天",
  },
  export: { vi: "Lượt xe xuất mỗi giờ", en: "Export passages per hour", zh: "每小时出口车次" },
  import: { vi: "Lượt xe nhập mỗi giờ", en: "Import passages per hour", zh: "每小时进口车次" },
  until: { vi: "*{n}* đến {time}", en: "*{n}* by {time}", zh: "截至{time} *{n}*" },
  usual: {
    vi: "thường {low}–{high}, trong dải",
    en: "usually {low}–{high}, within",
    zh: "平日{low}–{high}，区间内",
  },
  above: { vi: "trên dải {n} lượt", en: "{n} above the band", zh: "高于区间{n}辆次" },
  below: { vi: "dưới dải {n} lượt", en: "{n} below the band", zh: "低于区间{n}辆次" },
} as const satisfies Texts;

/** Hours of the day that are drawn even when nothing passed: the gates' ordinary working day. */
const span = [7, 19] as const;

function barsOf(view: HourlyView): HourBar[] {
  const busy = view.hours.filter((hour) => hour.count > 0).map((hour) => hour.hour);
  const first = Math.min(span[0], ...busy);
  const last = Math.max(span[1], ...busy);
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const hour = first + at;
    const usual = view.usual?.find((one) => one.hour === hour);
    return {
      hour,
      value: view.hours.find((one) => one.hour === hour)?.count ?? 0,
      usual: usual && { low: usual.p10, middle: usual.median, high: usual.p90 },
    };
  });
}

/** Both directions by the hour; without comparable days the strip says so instead of drawing a band. */
export function DayStrip({ hourly, now }: { hourly: readonly HourlyView[]; now: string }) {
  const t = useTexts(texts);
  const days = Math.min(...hourly.map((one) => one.comparableDays));
  const banded = hourly.every((one) => one.usual !== null);
  return (
    <Panel title={t("title")} note={t(banded ? "banded" : "unbanded", { n: days })} className="strip">
      <div className="stw">
        {hourly.map((view) => (
          <DirectionHours key={view.direction} view={view} now={now} />
        ))}
      </div>
    </Panel>
  );
}

function DirectionHours({ view, now }: { view: HourlyView; now: string }) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const total = view.hours.reduce((sum, hour) => sum + hour.count, 0);
  const minutes = minuteOfDay(now);
  const usual = usualByNow(view, minutes);
  const off = usual && (total > usual.high ? total - usual.high : total < usual.low ? total - usual.low : 0);
  const until = t("until", { n: total, time: clock(now) });
  return (
    <figure className="stp">
      <figcaption>
        <b>{t(view.direction)}</b>
        <span className="num sumv">
          <Rich text={until} />
        </span>
        {usual && off === 0 && (
          <span className="vs num">
            {t("usual", { low: figure(lang, usual.low), high: figure(lang, usual.high) })}
          </span>
        )}
        {off !== undefined && off !== 0 && (
          <span className="vs num warn">
            <Glyph name="tri" className="inl" />
            {t(off > 0 ? "above" : "below", { n: Math.abs(off) })}
          </span>
        )}
      </figcaption>
      <HourBars
        bars={barsOf(view)}
        tone={view.direction === "export" ? "out" : "in"}
        label={`${t(view.direction)}${marks[lang].colon}${until.replaceAll("*", "")}`}
        now={{ hour: minutes / 60, text: clock(now) }}
      />
    </figure>
  );
}
