import type { Account } from "@moc/contract/identity/account.ts";
import { identityMessages } from "@moc/contract/identity/messages/messages.ts";
import { type Role, roles } from "@moc/contract/values/actor.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { client, commandId, orpc, refusalOf } from "../../shell/api.ts";
import { useZoneRegistry } from "../../shell/names.ts";
import { useRefusalText } from "../../shell/problem.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { CheckField, SelectField, TextField } from "../../ui/field.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../ui/language.tsx";
import { useToast } from "../../ui/toast.tsx";
import { accountTexts } from "./accounts-texts.ts";
import { DirectoryForm } from "./directory-form.tsx";

type Form = {
  userName: string;
  name: string;
  email: string;
  roles: readonly Role[];
  organisation: string;
  disabled: boolean;
  why: string;
};

const formOf = (account: Account | undefined): Form => ({
  userName: account?.userName ?? "",
  name: account?.name ?? "",
  email: account?.email ?? "",
  roles: account?.roles ?? [],
  organisation: account?.organisation ?? "",
  disabled: account?.disabled ?? false,
  why: "",
});

/** Sends a new account or an edit; a new one answers with the one-time link for its holder. */
function send(form: Form, account: Account | undefined, command: string) {
  const standing = { command, roles: [...form.roles], organisation: form.organisation || null };
  if (account) {
    const { id, version } = account;
    return client.identity
      .editAccount({ ...standing, account: id, seen: version, disabled: form.disabled, why: form.why })
      .then(() => null);
  }
  return client.identity
    .createAccount({
      ...standing,
      userName: form.userName,
      name: form.name,
      ...(form.email && { email: form.email }),
    })
    .then(({ link }) => link?.url ?? null);
}

/** A new account, or roles, organisation and lock of one that exists. */
export function AccountDialog({ account, onClose }: { account: Account | undefined; onClose: () => void }) {
  const t = useTexts(accountTexts);
  const tell = useToast();
  const refusal = useRefusalText();
  const queries = useQueryClient();
  const [form, setForm] = useState<Form>(() => formOf(account));
  const [command] = useState(commandId);
  const save = useMutation({
    mutationFn: () => send(form, account, command),
    onSuccess: async (link) => {
      tell("done", t("saved", { name: form.userName }));
      await queries.invalidateQueries({ queryKey: orpc.identity.key() });
      if (link === null) onClose();
    },
  });
  const reset = useMutation({
    mutationFn: (id: string) =>
      client.identity.resetSecondFactor({ command: commandId(), account: id, why: form.why }),
    onSuccess: async ({ account: { userName } }) => {
      tell("done", t("factorReset", { name: userName }));
      await queries.invalidateQueries({ queryKey: orpc.identity.key() });
      onClose();
    },
  });
  const failed = save.error ?? reset.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const title = account ? t("edit", { name: account.userName }) : t("create");
  const faults = new Map(refusalOf(failed)?.fields.map((one) => [one.path, one.message]));
  return (
    <Dialog open onClose={onClose} title={title}>
      {save.data ? (
        <div className="form">
          <p>{t("link")}</p>
          <p className="strong one-time">{save.data}</p>
        </div>
      ) : (
        <form className="form" onSubmit={submit}>
          {failed !== null && (
            <p className="errors em" role="alert">
              <Glyph name="oct" /> {refusal(failed)}
            </p>
          )}
          <Fields
            form={form}
            change={(part) => setForm({ ...form, ...part })}
            faults={faults}
            fresh={!account}
          />
          <div className="form-actions">
            <Button type="submit" look="primary" busy={save.isPending}>
              {t("save")}
            </Button>
            {account?.secondFactor && (
              <Button busy={reset.isPending} onClick={() => reset.mutate(account.id)}>
                {t("resetFactor")}
              </Button>
            )}
            <Button look="quiet" onClick={onClose}>
              {t("close")}
            </Button>
          </div>
        </form>
      )}
      {account && <DirectoryForm account={account} onClose={onClose} />}
    </Dialog>
  );
}

function Fields(props: {
  form: Form;
  change: (part: Partial<Form>) => void;
  faults: ReadonlyMap<string, string>;
  fresh: boolean;
}) {
  const t = useTexts(accountTexts);
  const { lang } = useLanguage();
  const { data } = useZoneRegistry();
  const { form, change, faults, fresh } = props;
  const tie = (key: "userName" | "name" | "email" | "organisation" | "why") => ({
    label: t(key),
    value: form[key],
    error: faults.get(key),
    onChange: (event: { target: { value: string } }) => change({ [key]: event.target.value }),
  });
  const toggle = (role: Role) =>
    change({
      roles: form.roles.includes(role) ? form.roles.filter((one) => one !== role) : [...form.roles, role],
    });
  return (
    <>
      {fresh && (
        <>
          <TextField {...tie("userName")} hint={t("userNameHint")} required />
          <TextField {...tie("name")} required />
          <TextField {...tie("email")} type="email" />
        </>
      )}
      <fieldset className="roles">
        <legend>{t("roles")}</legend>
        {roles.map((role) => (
          <CheckField
            key={role}
            label={identityMessages[lang].roles[role]}
            checked={form.roles.includes(role)}
            onChange={() => toggle(role)}
          />
        ))}
      </fieldset>
      <SelectField
        {...tie("organisation")}
        none={t("zoneItself")}
        options={(data?.organisation ?? []).map((row) => ({ value: row.key, label: row.name[lang] }))}
      />
      {!fresh && (
        <>
          <CheckField
            label={t("lock")}
            checked={form.disabled}
            onChange={(event) => change({ disabled: event.target.checked })}
          />
          <TextField {...tie("why")} hint={t("whyHint")} required />
        </>
      )}
    </>
  );
}
