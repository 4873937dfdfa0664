import type { ImportRow, ImportPreview as Preview } from "@moc/contract/gate/import.ts";
import { goodsWords } from "@moc/contract/gate/messages/filing-words.ts";
import { listed } from "@moc/contract/values/sentence.ts";
import { dayClock } from "../../../ui/format.ts";
import { Glyph } from "../../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { Illustrative, Tag } from "../../../ui/tag.tsx";
import type { Say } from "../../../ui/text.ts";
import { importTexts } from "./import-texts.ts";

/** What a file would file, row by row; the faulty rows first, each with its columns and mends. */
export function ImportPreview({ name, preview }: { name: string; preview: Preview }) {
  const t = useTexts(importTexts);
  const { rows, faulty, filedAt } = preview;
  const order = rows.toSorted(
    (a, b) => Number(b.faults.length > 0) - Number(a.faults.length > 0) || a.row - b.row,
  );
  const note = faulty > 0 ? t("faulty", { n: rows.length, faulty }) : t("sound", { n: rows.length });
  return (
    <Panel title={t("rows", { name })} note={<span role="status">{note}</span>}>
      {filedAt !== null && <p className="pad-field note-line">{t("before", { at: dayClock(filedAt) })}</p>}
      <Table
        label={t("rows", { name })}
        columns={columnsOf(t)}
        rows={order}
        rowKey={(row) => String(row.row)}
      />
    </Panel>
  );
}

/** A warning beside what can be filed: a side of the route does not list the goods. */
function NotListed({ row }: { row: ImportRow }) {
  const t = useTexts(importTexts);
  const { lang } = useLanguage();
  return row.notListed.map(({ side, goods, illustrative }) => (
    <span key={side} className="warn small">
      {" "}
      {t(side, {
        goods: listed(
          lang,
          goods.map((one) => goodsWords[one][lang]),
        ),
      })}{" "}
      {illustrative && <Illustrative>{t("illustrative")}</Illustrative>}
    </span>
  ));
}

const columnsOf = (t: Say<typeof importTexts>): readonly Column<ImportRow>[] => [
  { id: "row", head: t("row"), cell: (row) => <span className="num">{row.row}</span> },
  { id: "plate", head: t("plate"), cell: (row) => <b className="strong num">{row.plate}</b> },
  { id: "route", head: t("route"), cell: (row) => row.route },
  { id: "goods", head: t("goods"), className: "wrap", cell: (row) => row.goods || t("goodsUnknown") },
  {
    id: "state",
    head: t("state"),
    className: "wrap",
    cell: (row) =>
      row.faults.length === 0 ? (
        <>
          <Tag tone="ok" glyph="check">
            {t("good")}
          </Tag>
          <NotListed row={row} />
        </>
      ) : (
        <ul className="row-faults">
          {row.faults.map((fault) => (
            <li key={`${fault.row} ${fault.path} ${fault.code}`} className="em">
              <Glyph name="oct" />
              <span>
                {fault.row !== row.row && <b>{t("ofRow", { row: fault.row })} </b>}
                {fault.column !== null && <b>{fault.column}: </b>}
                {fault.message}
              </span>
            </li>
          ))}
        </ul>
      ),
  },
];
