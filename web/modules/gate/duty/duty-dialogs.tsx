import { type IncidentKind, incidentKinds } from "@moc/contract/gate/duty.ts";
import { type ReactNode, useState } from "react";
import { client, orpc } from "../../../shell/api.ts";
import { CommandForm } from "../../../shell/command-form.tsx";
import { useZoneRegistry } from "../../../shell/names.ts";
import { useZoneClock } from "../../../shell/zone.tsx";
import { SelectField, TextField } from "../../../ui/field.tsx";
import { fieldOfInstant, instantOfField } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { dutyTexts, incidentWords } from "./duty-texts.ts";

/** A form of the duty log: every one is saved, and the log read anew. */
function DutyForm(props: {
  title: string;
  onClose: () => void;
  send: (command: string) => Promise<unknown>;
  children: (errorAt: (path: string) => string | undefined) => ReactNode;
}) {
  const t = useTexts(dutyTexts);
  const touches = orpc.gate.readDutyLog.key();
  return <CommandForm {...props} act={t("save")} told={() => t("done")} touches={touches} />;
}

/** Every place at which people can stand duty today: routes with goods first, then yards, parks and gates. */
function usePosts() {
  const { lang } = useLanguage();
  const { data } = useZoneRegistry();
  const routes = (data?.route ?? []).filter((row) => row.cargo === "active");
  return [...routes, ...(data?.yard ?? []), ...(data?.park ?? []), ...(data?.gate ?? [])].map((row) => ({
    value: row.key,
    label: row.shortName[lang],
  }));
}

/** The post that is picked, the first of them until one is, and the field that picks it. */
export function usePost(): {
  post: string;
  postField: (props: { label: string; error: string | undefined }) => ReactNode;
} {
  const posts = usePosts();
  const [picked, setPicked] = useState("");
  const post = picked || (posts[0]?.value ?? "");
  return {
    post,
    postField: (props) => (
      <SelectField
        {...props}
        options={posts}
        value={post}
        onChange={({ target }) => setPicked(target.value)}
      />
    ),
  };
}

export function TakeDuty({ onClose }: { onClose: () => void }) {
  const t = useTexts(dutyTexts);
  const { post, postField } = usePost();
  return (
    <DutyForm title={t("take")} onClose={onClose} send={(command) => client.gate.takeDuty({ command, post })}>
      {(errorAt) => postField({ label: t("post"), error: errorAt("post") })}
    </DutyForm>
  );
}

/** What ends: a duty with what the next one must know, or an incident with its outcome. */
export type Ending = { what: "duty" | "incident"; id: string; place: string };

export function EndDialog({ ending, onClose }: { ending: Ending; onClose: () => void }) {
  const t = useTexts(dutyTexts);
  const [text, setText] = useState("");
  const { what, id, place } = ending;
  const duty = what === "duty";
  const send = (command: string): Promise<unknown> =>
    duty
      ? client.gate.handOver({ command, duty: id, note: text })
      : client.gate.closeIncident({ command, incident: id, outcome: text });
  const title = duty ? t("handOverOf", { post: place }) : t("closeOf", { place });
  return (
    <DutyForm title={title} onClose={onClose} send={send}>
      {(errorAt) => (
        <TextField
          label={t(duty ? "note" : "outcome")}
          hint={t("noteHint")}
          required
          maxLength={1000}
          value={text}
          error={errorAt(duty ? "note" : "outcome")}
          onChange={({ target }) => setText(target.value)}
        />
      )}
    </DutyForm>
  );
}

export function ReportIncident({ onClose }: { onClose: () => void }) {
  const t = useTexts(dutyTexts);
  const { lang } = useLanguage();
  const { post: place, postField } = usePost();
  const now = useZoneClock()?.now ?? "";
  const [kind, setKind] = useState<IncidentKind>("breakdown");
  const [text, setText] = useState("");
  const [began, setBegan] = useState("");
  const send = (command: string) =>
    client.gate.reportIncident({ command, place, kind, text, since: instantOfField(began) ?? now });
  return (
    <DutyForm title={t("report")} onClose={onClose} send={send}>
      {(errorAt) => (
        <>
          <SelectField
            label={t("kind")}
            options={incidentKinds.map((one) => ({ value: one, label: incidentWords[one][lang] }))}
            value={kind}
            onChange={({ target }) => setKind(incidentKinds.find((one) => one === target.value) ?? "other")}
          />
          {postField({ label: t("place"), error: errorAt("place") })}
          <TextField
            label={t("began")}
            type="datetime-local"
            value={began || fieldOfInstant(now)}
            error={errorAt("since")}
            onChange={({ target }) => setBegan(target.value)}
          />
          <TextField
            label={t("text")}
            hint={t("noteHint")}
            required
            maxLength={1000}
            value={text}
            error={errorAt("text")}
            onChange={({ target }) => setText(target.value)}
          />
        </>
      )}
    </DutyForm>
  );
}
