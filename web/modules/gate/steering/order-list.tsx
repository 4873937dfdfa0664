import { goodsWords } from "@moc/contract/gate/messages/filing-words.ts";
import { spokenOrder } from "@moc/contract/gate/messages/steering.ts";
import type { OrderView } from "@moc/contract/gate/steering.ts";
import type { May } from "@moc/contract/values/may.ts";
import { listed } from "@moc/contract/values/sentence.ts";
import { type ReactNode, useState } from "react";
import { useNames } from "../../../shell/names.ts";
import { Button } from "../../../ui/button.tsx";
import { dayClock } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { mayOf } from "../speak.ts";
import { LiftDialog } from "./lift-dialog.tsx";
import { steeringTexts } from "./steering-texts.ts";

/** An order as the list shows it; `binds` and `may` where they are known. */
type Listed = OrderView & {
  binds?: boolean | undefined;
  overruledBy?: readonly number[] | undefined;
  may?: readonly May[] | undefined;
};

/** Orders one below the other: state, scope, what it asks, since when and by whom, and the way to lift it. */
export function OrderList({ orders }: { orders: readonly Listed[] }) {
  const [lifting, setLifting] = useState<OrderView>();
  return (
    <>
      <ul className="orders">
        {orders.map((order) => (
          <OrderLine key={order.id} order={order} onLift={() => setLifting(order)} />
        ))}
      </ul>
      {lifting && <LiftDialog order={lifting} onClose={() => setLifting(undefined)} />}
    </>
  );
}

function OrderLine({ order, onLift }: { order: Listed; onLift: () => void }) {
  const t = useTexts(steeringTexts);
  const { lang } = useLanguage();
  const names = useNames();
  const said = spokenOrder(lang, order, names, dayClock);
  const scope: ReactNode[] = [
    order.gate === null ? listed(lang, order.routes.map(names)) : t("wholeGate", { name: names(order.gate) }),
    order.direction === null ? t("both") : t(order.direction),
    order.goods &&
      listed(
        lang,
        order.goods.map((one) => goodsWords[one][lang]),
      ),
    order.origins && listed(lang, order.origins),
  ];
  const ended = order.state === "over" || order.state === "lifted";
  return (
    <li data-order={order.number}>
      <div className="order-head">
        <b>{said.title}</b>
        <Standing order={order} />
        <span className="muted small num">
          {ended
            ? `${dayClock(order.from)} – ${dayClock(order.liftedAt ?? order.to ?? order.from)}`
            : said.when}
        </span>
        {mayOf(order.may ?? [], "lift_order")?.allowed && (
          <Button small onClick={onLift}>
            {t("lift")}
          </Button>
        )}
      </div>
      <p>{order.text[lang]}</p>
      <p className="muted small">{scope.filter(Boolean).join(" · ")}</p>
      <p className="muted small">
        {[names(order.issuer), order.document, dayClock(order.givenAt)].join(" · ")}
        {order.liftedAt !== null &&
          ` · ${t("liftedAt", { at: dayClock(order.liftedAt), reason: order.liftReason ?? "" })}`}
      </p>
    </li>
  );
}

function Standing({ order }: { order: Listed }) {
  const t = useTexts(steeringTexts);
  const { lang } = useLanguage();
  if (order.state === "planned") {
    return (
      <Tag tone="idle" glyph="wait">
        {t("plannedTag")}
      </Tag>
    );
  }
  if (order.state !== "in_force") return null;
  if (order.binds === false) {
    return (
      <Tag tone="idle" glyph="na">
        {t("gives", { orders: listed(lang, (order.overruledBy ?? []).map(String)) })}
      </Tag>
    );
  }
  return (
    <Tag tone="warn" glyph="tri">
      {t("binds")}
    </Tag>
  );
}
