import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import { listed } from "@moc/contract/values/sentence.ts";
import { useQuery } from "@tanstack/react-query";
import { orpc } from "../../../shell/api.ts";
import { useNames, useZoneRegistry } from "../../../shell/names.ts";
import { Glyph } from "../../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import type { Texts } from "../../../ui/text.ts";
import { OrderNotes } from "../steering/order-notes.tsx";
import type { Draft } from "./draft.ts";
import { goodsOn, ordersOn } from "./orders-on.ts";

const texts = {
  plan: {
    vi: "Phương án phân luồng đưa hàng này đi: {routes}. Vẫn gửi được.",
    en: "The standing plan sends such goods by: {routes}. It can be sent all the same.",
    zh: "常设分流方案安排此类货物走：{routes}。仍可提交。",
  },
} as const satisfies Texts;

/** Before it is sent: the orders on the route wanted that concern its goods, and where the standing plan sends such goods instead. */
export function SteeringNote({ draft }: { draft: Draft }) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const names = useNames();
  const { data } = useZoneRegistry();
  const steering = useQuery(orpc.gate.readSteering.queryOptions({ input: {} }));
  const { route, kind } = draft;
  if (route === "") return null;
  const { direction } = kindTraits[kind];
  const goods = goodsOn(draft);
  const plan = data?.routing_plan.find(
    (row) =>
      row.direction === direction && (row.goods === null || row.goods.some((one) => goods.includes(one))),
  );
  return (
    <>
      {steering.data && <OrderNotes orders={ordersOn(draft, steering.data)} />}
      {plan !== undefined && !plan.routes.includes(route) && (
        <p className="plan-note">
          <Glyph name="tri" /> {t("plan", { routes: listed(lang, plan.routes.map(names)) })}
        </p>
      )}
    </>
  );
}
