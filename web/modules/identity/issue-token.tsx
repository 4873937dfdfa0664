import { identityMessages } from "@moc/contract/identity/messages/messages.ts";
import { offeredScopes } from "@moc/contract/identity/scopes.ts";
import { type Role, roles } from "@moc/contract/values/actor.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { client, commandId, orpc, refusalOf } from "../../shell/api.ts";
import { useZoneRegistry } from "../../shell/names.ts";
import { useRefusalText } from "../../shell/problem.tsx";
import { useSession } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { CheckField, SelectField, TextField } from "../../ui/field.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../ui/language.tsx";
import { useToast } from "../../ui/toast.tsx";
import { tokenTexts } from "./tokens-texts.ts";

type Form = {
  name: string;
  organisation: string;
  roles: readonly Role[];
  scopes: readonly string[];
  days: string;
};

const dayMs = 24 * 3_600_000;
const toggled = <Value,>(all: readonly Value[], one: Value): readonly Value[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];

/** A token for one machine: for whom, in which duty, for which acts, how long. Its secret is shown once. */
export function IssueToken({ onClose }: { onClose: () => void }) {
  const t = useTexts(tokenTexts);
  const tell = useToast();
  const refusal = useRefusalText();
  const queries = useQueryClient();
  const { account } = useSession();
  const [command] = useState(commandId);
  const [form, setForm] = useState<Form>({
    name: "",
    organisation: account.organisation ?? "",
    roles: [],
    scopes: ["gate:read"],
    days: "365",
  });
  const issue = useMutation({
    mutationFn: () =>
      client.identity.issueToken({
        command,
        name: form.name,
        organisation: form.organisation || null,
        roles: [...form.roles],
        scopes: [...form.scopes],
        expiresAt: new Date(Date.now() + Number(form.days || 0) * dayMs).toISOString(),
      }),
    onSuccess: async () => {
      tell("done", t("issued", { name: form.name }));
      await queries.invalidateQueries({ queryKey: orpc.identity.key() });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    issue.mutate();
  };
  const faults = new Map(refusalOf(issue.error)?.fields.map((one) => [one.path, one.message]));
  return (
    <Dialog open onClose={onClose} title={t("issue")}>
      {issue.data ? (
        <div className="form">
          <p>{t("secret")}</p>
          <p className="strong one-time">{issue.data.secret}</p>
        </div>
      ) : (
        <form className="form" onSubmit={submit}>
          {issue.isError && (
            <p className="errors em" role="alert">
              <Glyph name="oct" /> {refusal(issue.error)}
            </p>
          )}
          <Fields form={form} change={(part) => setForm({ ...form, ...part })} faults={faults} />
          <div className="form-actions">
            <Button type="submit" look="primary" busy={issue.isPending}>
              {t("issue")}
            </Button>
            <Button look="quiet" onClick={onClose}>
              {t("close")}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

function Fields(props: {
  form: Form;
  change: (part: Partial<Form>) => void;
  faults: ReadonlyMap<string, string>;
}) {
  const t = useTexts(tokenTexts);
  const { lang } = useLanguage();
  const { data } = useZoneRegistry();
  const { form, change, faults } = props;
  const tie = (key: "name" | "organisation") => ({
    label: t(key),
    value: form[key],
    error: faults.get(key),
    onChange: (event: { target: { value: string } }) => change({ [key]: event.target.value }),
  });
  return (
    <>
      <TextField {...tie("name")} hint={t("nameHint")} required />
      <SelectField
        {...tie("organisation")}
        none={t("zoneItself")}
        options={(data?.organisation ?? []).map((row) => ({ value: row.key, label: row.name[lang] }))}
      />
      <fieldset className="roles">
        <legend>{t("roles")}</legend>
        {roles.map((role) => (
          <CheckField
            key={role}
            label={identityMessages[lang].roles[role]}
            checked={form.roles.includes(role)}
            onChange={() => change({ roles: toggled(form.roles, role) })}
          />
        ))}
      </fieldset>
      <fieldset className="roles">
        <legend>{t("scopes")}</legend>
        {Object.entries(offeredScopes).map(([scope, words]) => (
          <CheckField
            key={scope}
            label={words[lang]}
            checked={form.scopes.includes(scope)}
            onChange={() => change({ scopes: toggled(form.scopes, scope) })}
          />
        ))}
      </fieldset>
      <TextField
        label={t("days")}
        hint={t("daysHint")}
        inputMode="numeric"
        required
        value={form.days}
        error={faults.get("expiresAt")}
        onChange={(event) => change({ days: event.target.value.replaceAll(/\D/g, "").slice(0, 4) })}
      />
    </>
  );
}
