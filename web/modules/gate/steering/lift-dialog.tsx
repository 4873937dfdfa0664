import type { OrderView } from "@moc/contract/gate/steering.ts";
import { useState } from "react";
import { client } from "../../../shell/api.ts";
import { CommandForm } from "../../../shell/command-form.tsx";
import { TextField } from "../../../ui/field.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { steeringTexts } from "./steering-texts.ts";

/** Asks why an order is lifted; the order itself stays on record. */
export function LiftDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const t = useTexts(steeringTexts);
  const { lang } = useLanguage();
  const [reason, setReason] = useState("");
  return (
    <CommandForm
      title={`${t("lift")} ${order.number}/${order.year}`}
      description={order.text[lang]}
      act={t("lift")}
      send={(command) => client.gate.liftOrder({ command, order: order.id, reason })}
      told={() => t("lifted")}
      onClose={onClose}
    >
      {(errorAt) => (
        <TextField
          label={t("reason")}
          error={errorAt("reason")}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          required
          maxLength={300}
        />
      )}
    </CommandForm>
  );
}
