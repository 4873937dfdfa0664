import type { Alert, AlertState, AlertUnit } from "@moc/contract/platform/alerts.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "../ui/button.tsx";
import { clockSeconds, day, dayClock, figure } from "../ui/format.ts";
import type { GlyphName } from "../ui/glyph.tsx";
import { useLanguage, useTexts } from "../ui/language.tsx";
import { Panel } from "../ui/panel.tsx";
import { Tag, type Tone } from "../ui/tag.tsx";
import { type Lang, speaker } from "../ui/text.ts";
import { useToast } from "../ui/toast.tsx";
import { AdminFrame } from "./admin-frame.tsx";
import { orpc } from "./api.ts";
import { useRefusalText } from "./problem.tsx";
import { Read } from "./read.tsx";
import { upkeepTexts } from "./upkeep-texts.ts";
import "./upkeep.css";

const looks = {
  alarm: { tone: "bad", glyph: "oct" },
  warn: { tone: "warn", glyph: "tri" },
  quiet: { tone: "ok", glyph: "open" },
} as const satisfies Record<AlertState, { tone: Tone; glyph: GlyphName }>;
const states = ["alarm", "warn", "quiet"] as const satisfies readonly AlertState[];

const gigabyte = 1024 ** 3;
/** A measured value in the words of its unit; whole figures but for hours and gigabytes. */
const measures: Readonly<Record<AlertUnit, (value: number, lang: Lang) => string>> = {
  milliseconds: (value, lang) => `${figure(lang, value)}\u00A0ms`,
  seconds: (value, lang) => speaker(upkeepTexts, lang)("seconds", { n: Math.round(value) }),
  events: (value, lang) => speaker(upkeepTexts, lang)("events", { n: value }),
  bytes: (value, lang) => `${figure(lang, value / gigabyte, 1)}\u00A0GB`,
  hours: (value, lang) =>
    speaker(upkeepTexts, lang)("hours", { n: figure(lang, value, Number.isInteger(value) ? 0 : 1) }),
};

/** What harms or could harm the running zone, the worst first, each with its limits, its meaning and its mend. */
export function UpkeepScreen() {
  const t = useTexts(upkeepTexts);
  const alerts = useQuery({ ...orpc.platform.readAlerts.queryOptions(), refetchInterval: 15_000 });
  return (
    <AdminFrame>
      <Panel
        title={t("title")}
        note={alerts.data && t("measured", { at: `${clockSeconds(alerts.data.at)} ${day(alerts.data.at)}` })}
      >
        <Read of={alerts} rows={6} widths={[90, 160, 320]}>
          {({ rows }) => (
            <ul className="upkeep">
              {states
                .flatMap((state) => rows.filter((row) => row.state === state))
                .map((row) => (
                  <Watched key={row.topic} row={row} />
                ))}
            </ul>
          )}
        </Read>
      </Panel>
    </AdminFrame>
  );
}

function Watched({ row }: { row: Alert }) {
  const t = useTexts(upkeepTexts);
  const { lang } = useLanguage();
  const measure = (value: number) => measures[row.unit](value, lang);
  const limits = { warn: measure(row.warn), alarm: measure(row.alarm) };
  return (
    <li>
      <Tag {...looks[row.state]}>{t(row.state)}</Tag>
      <div className="what">
        <h3>{row.title}</h3>
        <p className="soft">{row.meaning}</p>
        {row.found && <p>{row.found}</p>}
        {row.state !== "quiet" && (
          <p>
            <b>{t("mend")}</b> {row.mend}
          </p>
        )}
        {row.topic === "backup" && <BackUp />}
      </div>
      <div className="measure num">
        <b>{row.value === null ? t("never") : measure(row.value)}</b>
        <span className="muted small">{t(row.worse, limits)}</span>
        {row.at && <span className="muted small">{t("last", { at: dayClock(row.at) })}</span>}
      </div>
    </li>
  );
}

/** Backs the zone up from here: the mend stands in the row that asks for it. */
function BackUp() {
  const t = useTexts(upkeepTexts);
  const tell = useToast();
  const refusal = useRefusalText();
  const queries = useQueryClient();
  const backUp = useMutation({
    ...orpc.platform.makeBackup.mutationOptions(),
    onSuccess: ({ file, rows }) => tell("done", t("backedUp", { file, rows })),
    onError: (error) => tell("refused", refusal(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: orpc.platform.readAlerts.key() }),
  });
  return (
    <Button small busy={backUp.isPending} onClick={() => backUp.mutate({})}>
      {t(backUp.isPending ? "backingUp" : "backUp")}
    </Button>
  );
}
