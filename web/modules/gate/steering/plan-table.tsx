import { goodsWords } from "@moc/contract/gate/messages/filing-words.ts";
import type { RoutingPlan } from "@moc/contract/registry/rows.ts";
import { listed } from "@moc/contract/values/sentence.ts";
import { useNames, useZoneRegistry } from "../../../shell/names.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { Illustrative } from "../../../ui/tag.tsx";
import { type Lang, type Say, speaker } from "../../../ui/text.ts";
import { steeringTexts } from "./steering-texts.ts";

const columns = (lang: Lang, names: (key: string) => string): readonly Column<RoutingPlan>[] => {
  const t: Say<typeof steeringTexts> = speaker(steeringTexts, lang);
  return [
    {
      id: "what",
      head: t("planWhat"),
      className: "wrap",
      cell: (row) => (
        <>
          <b className="strong">{row.name[lang]}</b>{" "}
          {row.source.confidence === "illustrative" && <Illustrative>{t("illustrative")}</Illustrative>}
        </>
      ),
    },
    { id: "direction", head: t("direction"), cell: (row) => t(row.direction) },
    {
      id: "goods",
      head: t("goods"),
      className: "wrap",
      cell: (row) =>
        row.goods
          ? listed(
              lang,
              row.goods.map((one) => goodsWords[one][lang]),
            )
          : t("allGoods"),
    },
    {
      id: "routes",
      head: t("planRoutes"),
      className: "wrap",
      cell: (row) => row.routes.map(names).join(" → "),
    },
  ];
};

/** By which routes trucks go when no order says otherwise. */
export function PlanTable() {
  const t = useTexts(steeringTexts);
  const { lang } = useLanguage();
  const names = useNames();
  const { data } = useZoneRegistry();
  const rows = data?.routing_plan ?? [];
  return (
    <Panel title={t("plan")} note={t("planNote")}>
      {rows.length === 0 ? (
        <p className="pad muted">{t("planNone")}</p>
      ) : (
        <Table label={t("plan")} columns={columns(lang, names)} rows={rows} rowKey={(row) => row.key} />
      )}
    </Panel>
  );
}
