import type { OrderEffect } from "@moc/contract/gate/steering.ts";
import { listed, marks } from "@moc/contract/values/sentence.ts";
import { useNames } from "../../../shell/names.ts";
import { Glyph } from "../../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { type Lang, type Say, within } from "../../../ui/text.ts";
import { steeringTexts } from "./steering-texts.ts";

type T = Say<typeof steeringTexts>;

function afterwardsText({ stricter, overruled }: OrderEffect, t: T, lang: Lang): string {
  if (stricter.length > 0) return t("stricter", { orders: listed(lang, stricter.map(String)) });
  return overruled.length > 0
    ? t("overrules", { orders: listed(lang, overruled.map(String)) })
    : t("itBinds");
}

/** What binds then, and a warning where the trucks would find no way. */
function Afterwards({ one }: { one: OrderEffect }) {
  const t = useTexts(steeringTexts);
  const { lang } = useLanguage();
  return (
    <>
      {afterwardsText(one, t, lang)}
      {one.inVain.length > 0 && (
        <p className="in-vain warn" role="status">
          <Glyph name="tri" /> <b>{t("inVain", { orders: listed(lang, one.inVain.map(String)) })}</b>
        </p>
      )}
    </>
  );
}

const columns = (t: T, lang: Lang, names: (key: string) => string): readonly Column<OrderEffect>[] => [
  {
    id: "route",
    head: t("scope"),
    cell: (one) => `${names(one.route)}${marks[lang].comma}${within(t(one.direction), lang)}`,
  },
  {
    id: "waiting",
    head: t("waiting"),
    align: "right",
    cell: (one) => <b className="num">{one.waiting}</b>,
  },
  {
    id: "announced",
    head: t("announced"),
    align: "right",
    className: "wrap",
    cell: (one) => <span className="num">{one.announced}</span>,
  },
  { id: "afterwards", head: t("afterwards"), className: "wrap", cell: (one) => <Afterwards one={one} /> },
];

/** How many trucks an order would touch on each queue, and what would bind there afterwards. */
export function OrderEffects({ effects }: { effects: readonly OrderEffect[] }) {
  const t = useTexts(steeringTexts);
  const { lang } = useLanguage();
  const names = useNames();
  return (
    <div aria-live="polite" className="order-effects">
      <Table
        label={t("effects")}
        columns={columns(t, lang, names)}
        rows={effects}
        rowKey={(one) => `${one.route} ${one.direction}`}
      />
    </div>
  );
}
