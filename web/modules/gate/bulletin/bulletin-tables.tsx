import {
  type BulletinChange,
  type BulletinContent,
  type BulletinLine,
  type BulletinPlace,
  bulletinLines,
  placeLines,
} from "@moc/contract/gate/bulletin.ts";
import { bulletinPhrases, bulletinWords } from "@moc/contract/gate/messages/bulletin.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { bulletinChange, bulletinFigure, isQuiet } from "@moc/engines/gate/bulletin-text.ts";
import { figure } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import type { Lang, Say } from "../../../ui/text.ts";
import { bulletinTexts } from "./bulletin-texts.ts";

type T = Say<typeof bulletinTexts>;

const leads: readonly BulletinLine[] = ["vehicles", "exports", "imports", "backlog"];
const isPart = (line: BulletinLine): boolean => /^(exports|backlog)_(fruit|durian|other|unknown)$/.test(line);
const lookOf = (line: BulletinLine): string => (leads.includes(line) ? "strong" : isPart(line) ? "part" : "");

const lineColumns = (t: T, lang: Lang, content: BulletinContent): readonly Column<BulletinLine>[] => [
  {
    id: "line",
    head: t("line"),
    className: "wrap",
    cell: (line) => <span className={lookOf(line)}>{bulletinWords[line][lang]}</span>,
  },
  {
    id: "figure",
    head: t("figure"),
    align: "right",
    cell: (line) => {
      const value = content.figures.lines[line];
      return <span className={value === null ? "unknown" : "num"}>{bulletinFigure(line, value, lang)}</span>;
    },
  },
  {
    id: "change",
    head: t("change"),
    align: "right",
    cell: (line) => <span className="num">{bulletinChange(line, content, lang) ?? t("noChange")}</span>,
  },
];

const placeName = (place: BulletinPlace | undefined, lang: Lang): string =>
  place?.name?.[lang] ?? bulletinPhrases[lang].elsewhere;

const placeColumns = (t: T, lang: Lang): readonly Column<BulletinPlace>[] => [
  { id: "place", head: t("place"), cell: (place) => <b className="strong">{placeName(place, lang)}</b> },
  ...placeLines.map(
    (line): Column<BulletinPlace> => ({
      id: line,
      head: bulletinWords[line][lang],
      align: "right",
      className: "wrap",
      cell: ({ lines }) => <span className="num">{figure(lang, lines[line])}</span>,
    }),
  ),
];

function changedLine({ line, place }: BulletinChange, places: readonly BulletinPlace[], lang: Lang): string {
  const word = bulletinWords[line][lang];
  if (place === undefined) return word;
  const found = places.find(({ key }) => key === place);
  return `${word}${marks[lang].comma}${placeName(found, lang)}`;
}

const changeColumns = (
  t: T,
  lang: Lang,
  places: readonly BulletinPlace[],
): readonly Column<BulletinChange>[] => [
  {
    id: "line",
    head: t("changed"),
    className: "wrap",
    cell: (change) => changedLine(change, places, lang),
  },
  { id: "was", head: t("was"), align: "right", cell: ({ line, was }) => bulletinFigure(line, was, lang) },
  { id: "is", head: t("is"), align: "right", cell: ({ line, is }) => bulletinFigure(line, is, lang) },
];

/** The lines of the report with their change against the day before. */
export function LinesTable({ content }: { content: BulletinContent }) {
  const t = useTexts(bulletinTexts);
  const { lang } = useLanguage();
  const rows = bulletinLines.filter((line) => !isQuiet(line, content));
  const columns = lineColumns(t, lang, content);
  return <Table label={t("screen")} columns={columns} rows={rows} rowKey={(line) => line} />;
}

/** The same day place by place. */
export function PlacesTable({ places }: { places: readonly BulletinPlace[] }) {
  const t = useTexts(bulletinTexts);
  const { lang } = useLanguage();
  return (
    <Table
      label={t("byPlace")}
      columns={placeColumns(t, lang)}
      rows={places}
      rowKey={({ key }) => key ?? "elsewhere"}
    />
  );
}

/** What a correction changes, line by line. */
export function ChangesTable(props: {
  changes: readonly BulletinChange[];
  places: readonly BulletinPlace[];
}) {
  const t = useTexts(bulletinTexts);
  const { lang } = useLanguage();
  return (
    <Table
      label={t("changed")}
      columns={changeColumns(t, lang, props.places)}
      rows={props.changes}
      rowKey={({ line, place }) => `${line} ${place ?? ""}`}
    />
  );
}
