import type { OrderEffect } from "@moc/contract/gate/steering.ts";
import { useNames } from "../../../shell/names.ts";
import { useTexts } from "../../../ui/language.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import type { Say } from "../../../ui/text.ts";
import { steeringTexts } from "./steering-texts.ts";

type T = Say<typeof steeringTexts>;

function afterwards({ stricter, overruled }: OrderEffect, t: T): string {
  if (stricter.length > 0) return t("stricter", { orders: stricter.join(", ") });
  return overruled.length > 0 ? t("overrules", { orders: overruled.join(", ") }) : t("itBinds");
}

const columns = (t: T, names: (key: string) => string): readonly Column<OrderEffect>[] => [
  {
    id: "route",
    head: t("scope"),
    cell: (one) => `${names(one.route)}, ${t(one.direction).toLowerCase()}`,
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
  { id: "afterwards", head: t("afterwards"), className: "wrap", cell: (one) => afterwards(one, t) },
];

/** How many trucks an order would touch on each queue, and what would bind there afterwards. */
export function OrderEffects({ effects }: { effects: readonly OrderEffect[] }) {
  const t = useTexts(steeringTexts);
  const names = useNames();
  return (
    <div aria-live="polite" className="order-effects">
      <Table
        label={t("effects")}
        columns={columns(t, names)}
        rows={effects}
        rowKey={(one) => `${one.route} ${one.direction}`}
      />
    </div>
  );
}
