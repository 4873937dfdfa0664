import type { OrderView } from "@moc/contract/gate/steering.ts";
import { client } from "../../../shell/api.ts";
import { ReasonForm } from "../../../shell/reason-form.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { steeringTexts } from "./steering-texts.ts";

/** Asks why an order is lifted; the order itself stays on record. */
export function LiftDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const t = useTexts(steeringTexts);
  const { lang } = useLanguage();
  return (
    <ReasonForm
      title={`${t("lift")} ${order.number}/${order.year}`}
      description={order.text[lang]}
      act={t("lift")}
      label={t("reason")}
      send={(command, reason) => client.gate.liftOrder({ command, order: order.id, reason })}
      told={() => t("lifted")}
      onClose={onClose}
    />
  );
}
