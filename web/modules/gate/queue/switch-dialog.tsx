import type { AutomaticView } from "@moc/contract/gate/automatic.ts";
import { useState } from "react";
import { client } from "../../../shell/api.ts";
import { CommandForm } from "../../../shell/command-form.tsx";
import { TextField } from "../../../ui/field.tsx";
import { useTexts } from "../../../ui/language.tsx";
import { automaticTexts } from "./automatic-texts.ts";

/** Asks why the switch of the automatic is turned, and turns it. */
export function SwitchDialog({ automatic, onClose }: { automatic: AutomaticView; onClose: () => void }) {
  const t = useTexts(automaticTexts);
  const [reason, setReason] = useState("");
  const { route, direction, on, rule } = automatic;
  const turn = client.gate[on ? "stopAutomatic" : "startAutomatic"];
  return (
    <CommandForm
      title={t(on ? "stop" : "start")}
      description={t(on ? "stopWhat" : "startWhat")}
      act={t(on ? "stop" : "start")}
      send={(command) => turn({ command, route, direction, reason })}
      told={() => t(on ? "stopped" : "started")}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          {!on && rule !== null && <p>{t("rule", { m: rule.everyMinutes, n: rule.most })}.</p>}
          <TextField
            label={t("reason")}
            hint={t("reasonHint")}
            error={errorAt("reason")}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            required
            maxLength={300}
          />
        </>
      )}
    </CommandForm>
  );
}
