import type { CountUnit } from "@moc/contract/gate/count.ts";
import { bracketed, listed } from "@moc/contract/values/sentence.ts";
import { Link } from "@tanstack/react-router";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import type { Lang, Say } from "../../../ui/text.ts";
import { countTexts } from "./count-texts.ts";
import { countOn } from "./count-words.ts";

type Shown = { day: string; passed: number; source: string; simulated: boolean } | null;

/** One place with what was counted there; null: not entered. */
export type CountLine = { key: string; name: string; unit: CountUnit; export: Shown; import: Shown };

function Figure({ of, unit, shown }: { of: Shown; unit: CountUnit; shown: string }) {
  const { lang } = useLanguage();
  return <span className={of === null ? "unknown" : "num"}>{countOn(of, unit, shown, lang)}</span>;
}

function sourceOf(t: Say<typeof countTexts>, lang: Lang, line: CountLine): string {
  const told = [line.export, line.import].filter((one) => one !== null);
  const sources = listed(lang, [...new Set(told.map((one) => one.source))]);
  return told.some((one) => one.simulated) ? sources + bracketed(lang, t("simulated")) : sources;
}

const columnsOf = (t: Say<typeof countTexts>, lang: Lang, shown: string): readonly Column<CountLine>[] => [
  { id: "place", head: t("place"), className: "wrap", cell: ({ name }) => <b className="strong">{name}</b> },
  ...(["export", "import"] as const).map(
    (way): Column<CountLine> => ({
      id: way,
      head: t(way),
      align: "right",
      cell: (line) => <Figure of={line[way]} unit={line.unit} shown={shown} />,
    }),
  ),
  {
    id: "source",
    head: t("source"),
    className: "wrap",
    cell: (line) => <span className="muted small">{sourceOf(t, lang, line)}</span>,
  },
];

/**
 * Counts of the places without trips, beside what is counted from trips and apart from it; `shown`: the day looked at.
 * The way to the screen on which each figure opens its records.
 */
export function CountLines(props: { lines: readonly CountLine[]; shown: string; className?: string }) {
  const t = useTexts(countTexts);
  const { lang } = useLanguage();
  if (props.lines.length === 0) return null;
  return (
    <Panel
      title={t("title")}
      note={t("apart")}
      {...(props.className !== undefined && { className: props.className })}
      end={
        <Link className="btn sm noprint" to="/counts">
          {t("open")}
        </Link>
      }
    >
      <Table
        label={t("title")}
        columns={columnsOf(t, lang, props.shown)}
        rows={props.lines}
        rowKey={({ key }) => key}
      />
    </Panel>
  );
}
