import { registryMessages } from "@moc/contract/registry/messages/messages.ts";
import { nameOf } from "@moc/contract/registry/messages/row-words.ts";
import type { ZoneView } from "@moc/contract/registry/routes.ts";
import { type RegistryRow, type RowKind, rowKinds } from "@moc/contract/registry/rows.ts";
import { useState } from "react";
import { AdminFrame } from "../../shell/admin-frame.tsx";
import { client } from "../../shell/api.ts";
import { useAsOf } from "../../shell/as-of.ts";
import { ExportButton } from "../../shell/export-button.tsx";
import { useZoneRegistry } from "../../shell/names.ts";
import { Read } from "../../shell/read.tsx";
import { SelectField } from "../../ui/field.tsx";
import { useLanguage, useTexts } from "../../ui/language.tsx";
import { Panel } from "../../ui/panel.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { Illustrative } from "../../ui/tag.tsx";
import type { Lang, Say } from "../../ui/text.ts";
import { PackGapsNote } from "./pack-gaps.tsx";
import { registryTexts } from "./registry-texts.ts";
import { RowPanel } from "./row-panel.tsx";
import { summaryOf, validText } from "./row-words.ts";
import "./registry.css";

const rowsOf = (zone: ZoneView, kind: RowKind): readonly RegistryRow[] => zone[kind];

const columnsOf = (t: Say<typeof registryTexts>, lang: Lang): readonly Column<RegistryRow>[] => [
  {
    id: "name",
    head: t("name"),
    className: "wrap",
    cell: (row) => <b className="strong">{nameOf(row, lang)}</b>,
    order: (a, b) => nameOf(a, lang).localeCompare(nameOf(b, lang), lang),
  },
  { id: "summary", head: t("says"), className: "wrap", cell: (row) => summaryOf(row, lang) },
  { id: "valid", head: t("valid"), cell: (row) => <span className="num">{validText(row.validity, t)}</span> },
  {
    id: "source",
    head: t("source"),
    className: "wrap",
    cell: ({ source }) => (
      <>
        {source.citation}{" "}
        {source.confidence === "illustrative" ? (
          <Illustrative>{registryMessages[lang].confidences.illustrative}</Illustrative>
        ) : (
          <span className="muted small">{registryMessages[lang].confidences[source.confidence]}</span>
        )}
      </>
    ),
  },
];

/** Screen 11, the registry: every fact of the zone with its source and dates; an edit closes the version before. */
export function RegistryScreen() {
  const t = useTexts(registryTexts);
  const { lang } = useLanguage();
  const [kind, setKind] = useState<RowKind>("route");
  const [selected, setSelected] = useState<string>();
  const { asOf } = useAsOf();
  const zone = useZoneRegistry();
  const rows = zone.data ? rowsOf(zone.data, kind) : [];
  const row = rows.find((one) => one.key === selected);
  const kinds = rowKinds.map((value) => ({ value, label: registryMessages[lang].kinds[value] }));
  return (
    <AdminFrame>
      <PackGapsNote />
      <div className={row ? "reg open" : "reg"}>
        <Panel
          title={registryMessages[lang].kinds[kind]}
          note={zone.data && t("rows", { n: rows.length })}
          end={
            rows.length > 0 && (
              <ExportButton read={() => client.registry.exportRows({ kind, asOf, language: lang })} />
            )
          }
        >
          <div className="pad-field">
            <SelectField
              label={t("kind")}
              options={kinds}
              value={kind}
              onChange={(event) => {
                setKind(rowKinds.find((one) => one === event.target.value) ?? "route");
                setSelected(undefined);
              }}
            />
          </div>
          <Read of={zone} rows={12} widths={[180, 240, 120, 200]}>
            {() =>
              rows.length === 0 ? (
                <EmptyState icon="catalogue" title={t("none")}>
                  {t("noneWhy")}
                </EmptyState>
              ) : (
                <Table
                  key={kind}
                  label={t("list", { kind: registryMessages[lang].kinds[kind] })}
                  columns={columnsOf(t, lang)}
                  rows={rows}
                  rowKey={(one) => one.key}
                  selected={selected}
                  onSelect={(one) => setSelected(one.key)}
                />
              )
            }
          </Read>
        </Panel>
        {row && (
          <RowPanel
            key={`${row.kind}${row.key}${row.revision}`}
            row={row}
            onClose={() => setSelected(undefined)}
          />
        )}
      </div>
    </AdminFrame>
  );
}
