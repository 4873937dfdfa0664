import type { AutomaticView } from "@moc/contract/gate/automatic.ts";
import { client } from "../../../shell/api.ts";
import { ReasonForm } from "../../../shell/reason-form.tsx";
import { useTexts } from "../../../ui/language.tsx";
import { automaticTexts } from "./automatic-texts.ts";

/** Asks why the switch of the automatic is turned, and turns it. */
export function SwitchDialog({ automatic, onClose }: { automatic: AutomaticView; onClose: () => void }) {
  const t = useTexts(automaticTexts);
  const { route, direction, on, rule } = automatic;
  const turn = client.gate[on ? "stopAutomatic" : "startAutomatic"];
  return (
    <ReasonForm
      title={t(on ? "stop" : "start")}
      description={t(on ? "stopWhat" : "startWhat")}
      act={t(on ? "stop" : "start")}
      label={t("reason")}
      hint={t("reasonHint")}
      send={(command, reason) => turn({ command, route, direction, reason })}
      told={() => t(on ? "stopped" : "started")}
      onClose={onClose}
    >
      {!on && rule !== null && <p>{t("rule", { m: rule.everyMinutes, n: rule.most })}.</p>}
    </ReasonForm>
  );
}
