import type { MandateView } from "@moc/contract/gate/mandate.ts";
import { useState } from "react";
import { client } from "../../../shell/api.ts";
import { CommandForm } from "../../../shell/command-form.tsx";
import { useNames, useZoneRegistry } from "../../../shell/names.ts";
import { ReasonForm } from "../../../shell/reason-form.tsx";
import { useZoneClock } from "../../../shell/zone.tsx";
import { SelectField, TextField } from "../../../ui/field.tsx";
import { civilDay } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { mandateTexts } from "./mandate-texts.ts";

/** Asks which agent may declare in the firm's name, and on which days. */
export function GiveMandate({ onClose }: { onClose: () => void }) {
  const t = useTexts(mandateTexts);
  const { lang } = useLanguage();
  const { data } = useZoneRegistry();
  const zone = useZoneClock();
  const today = zone === undefined ? "" : civilDay(zone.now);
  const [agent, setAgent] = useState("");
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState("");
  const agents = (data?.organisation ?? []).filter((row) => row.type === "customs_agent");
  return (
    <CommandForm
      title={t("title")}
      description={t("note")}
      act={t("give")}
      ready={agent !== "" && from !== ""}
      send={(command) => client.gate.giveMandate({ command, agent, from, to: to === "" ? null : to })}
      told={() => t("given")}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <SelectField
            label={t("agent")}
            none={t("choose")}
            required
            error={errorAt("agent")}
            value={agent}
            onChange={(event) => setAgent(event.target.value)}
            options={agents.map((row) => ({ value: row.key, label: row.name[lang] }))}
          />
          <TextField
            label={t("from")}
            type="date"
            required
            min={today}
            error={errorAt("from")}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
          <TextField
            label={t("to")}
            hint={t("toHint")}
            type="date"
            min={from}
            error={errorAt("to")}
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        </>
      )}
    </CommandForm>
  );
}

/** Asks why a mandate is revoked. */
export function RevokeMandate({ mandate, onClose }: { mandate: MandateView; onClose: () => void }) {
  const t = useTexts(mandateTexts);
  const names = useNames();
  return (
    <ReasonForm
      title={`${t("revoke")}: ${names(mandate.agent)}`}
      description={t("revokeWhat")}
      act={t("revoke")}
      label={t("reason")}
      send={(command, reason) => client.gate.revokeMandate({ command, mandate: mandate.id, reason })}
      told={() => t("revoked")}
      onClose={onClose}
    />
  );
}
