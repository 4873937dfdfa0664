import type { PaperMode } from "@moc/contract/gate/paper-mode.ts";
import { useState } from "react";
import { client, orpc } from "../../../shell/api.ts";
import { CommandForm } from "../../../shell/command-form.tsx";
import { useNames, useZoneRegistry } from "../../../shell/names.ts";
import { ReasonForm } from "../../../shell/reason-form.tsx";
import { useZoneClock } from "../../../shell/zone.tsx";
import { SelectField, TextField } from "../../../ui/field.tsx";
import { fieldOfInstant, instantOfField } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { paperTexts } from "./paper-texts.ts";

/** What the forms of paper mode have in common: each is saved, and what is on paper read anew. */
function usePaperForm() {
  const t = useTexts(paperTexts);
  return { act: t("save"), told: () => t("done"), touches: orpc.gate.readPaper.key() };
}

/** Routes that goods pass, as the options of a field. */
export function useRoutes() {
  const { lang } = useLanguage();
  const { data } = useZoneRegistry();
  const routes = (data?.route ?? []).filter((row) => row.cargo === "active");
  return routes.map((row) => ({ value: row.key, label: row.shortName[lang] }));
}

export function DeclarePaper({ onClose }: { onClose: () => void }) {
  const t = useTexts(paperTexts);
  const routes = useRoutes();
  const now = useZoneClock()?.now ?? "";
  const [picked, setRoute] = useState("");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const route = picked || (routes[0]?.value ?? "");
  const until = instantOfField(to);
  const send = (command: string, reason: string) =>
    client.gate.declarePaper({
      command,
      route,
      from: instantOfField(from) ?? now,
      reason,
      ...(until !== undefined && { to: until }),
    });
  return (
    <ReasonForm
      {...usePaperForm()}
      title={t("declare")}
      label={t("reason")}
      hint={t("reasonHint")}
      onClose={onClose}
      send={send}
    >
      {(errorAt) => (
        <>
          <SelectField
            label={t("route")}
            options={routes}
            value={route}
            error={errorAt("route")}
            onChange={({ target }) => setRoute(target.value)}
          />
          <TextField
            label={t("from")}
            type="datetime-local"
            value={from || fieldOfInstant(now)}
            error={errorAt("from")}
            onChange={({ target }) => setFrom(target.value)}
          />
          <TextField
            label={t("to")}
            hint={t("toHint")}
            type="datetime-local"
            value={to}
            error={errorAt("to")}
            onChange={({ target }) => setTo(target.value)}
          />
        </>
      )}
    </ReasonForm>
  );
}

export function EndPaper({ mode, onClose }: { mode: PaperMode; onClose: () => void }) {
  const t = useTexts(paperTexts);
  const names = useNames();
  const now = useZoneClock()?.now ?? "";
  const [to, setTo] = useState("");
  const send = (command: string) =>
    client.gate.endPaper({ command, paper: mode.id, to: instantOfField(to) ?? now });
  const title = t("endOf", { route: names(mode.route) });
  return (
    <CommandForm {...usePaperForm()} title={title} onClose={onClose} send={send}>
      {(errorAt) => (
        <TextField
          label={t("to")}
          type="datetime-local"
          value={to || fieldOfInstant(now)}
          error={errorAt("to")}
          onChange={({ target }) => setTo(target.value)}
        />
      )}
    </CommandForm>
  );
}

/** A slip that was spoilt or lost is said to be void, by its number. */
export function VoidSlip({ onClose }: { onClose: () => void }) {
  const t = useTexts(paperTexts);
  const [slip, setSlip] = useState("");
  const send = (command: string, reason: string) =>
    client.gate.voidPaperSlip({ command, slip: Number(slip), reason });
  return (
    <ReasonForm
      {...usePaperForm()}
      title={t("voidOne")}
      act={t("voidIt")}
      label={t("voidWhy")}
      hint={t("reasonHint")}
      onClose={onClose}
      send={send}
    >
      {(errorAt) => (
        <TextField
          label={t("voidNumber")}
          inputMode="numeric"
          pattern="[0-9]+"
          required
          value={slip}
          error={errorAt("slip")}
          onChange={({ target }) => setSlip(target.value)}
        />
      )}
    </ReasonForm>
  );
}
