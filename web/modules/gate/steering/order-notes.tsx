import { goodsWords } from "@moc/contract/gate/messages/filing-words.ts";
import { spokenOrder, steeringWords } from "@moc/contract/gate/messages/steering.ts";
import type { StandingOrder } from "@moc/contract/gate/steering.ts";
import { bracketed, fillSentence, listed } from "@moc/contract/values/sentence.ts";
import { Link } from "@tanstack/react-router";
import { useNames } from "../../../shell/names.ts";
import { dayClock } from "../../../ui/format.ts";
import { Glyph } from "../../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { steeringTexts } from "./steering-texts.ts";
import "./steering.css";

/** The orders that a queue or a truck stands under, on the screens of the staff: what binds, and what gives way to it. */
export function OrderNotes({ orders }: { orders: readonly StandingOrder[] }) {
  const t = useTexts(steeringTexts);
  const { lang } = useLanguage();
  const names = useNames();
  if (orders.length === 0) return null;
  return (
    <ul className="order-notes">
      {orders.map((order) => {
        const said = spokenOrder(lang, order, names, dayClock);
        const stricter = { orders: listed(lang, order.overruledBy.map(String)) };
        return (
          <li key={order.id} className={order.binds && order.state === "in_force" ? "warn" : "idle"}>
            <Glyph name={order.state === "in_force" ? "tri" : "wait"} />
            <Link to="/steering">{said.title}</Link>
            <span>{order.text[lang]}</span>
            {order.goods && (
              <span>
                {t("goodsAlone", {
                  goods: listed(
                    lang,
                    order.goods.map((one) => goodsWords[one][lang]),
                  ),
                })}
              </span>
            )}
            <span className="muted num">{said.when}</span>
            {!order.binds && (
              <span className="muted">
                {bracketed(lang, fillSentence(steeringWords[lang].overruled, stricter))}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
