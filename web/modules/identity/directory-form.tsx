import type { Account } from "@moc/contract/identity/account.ts";
import { identityMessages } from "@moc/contract/identity/messages/messages.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { client, commandId, orpc, refusalOf } from "../../shell/api.ts";
import { useRefusalText } from "../../shell/problem.tsx";
import { useSession } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { SelectField, TextField } from "../../ui/field.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../ui/language.tsx";
import { useToast } from "../../ui/toast.tsx";
import { accountTexts } from "./accounts-texts.ts";

type By = "subject" | "email";
const states = {
  none: "directory_none",
  expected: "directory_expected",
  linked: "directory_linked",
} as const satisfies Record<Account["directory"], string>;

type Typed = { by: By; person: string; why: string };

/** Sends what was typed: whom the directory must prove, or that nobody signs in to the account that way any more. */
function useDirectoryCommands(account: Account, { by, person, why }: Typed, onClose: () => void) {
  const t = useTexts(accountTexts);
  const tell = useToast();
  const queries = useQueryClient();
  const [command] = useState(commandId);
  const done = (text: "directoryDone" | "directoryEnded") => async () => {
    tell("done", t(text, { name: account.userName }));
    await queries.invalidateQueries({ queryKey: orpc.identity.key() });
    onClose();
  };
  const link = useMutation({
    mutationFn: () => {
      const identity = by === "email" ? { by, email: person.trim() } : { by, subject: person };
      return client.identity.linkDirectory({ command, account: account.id, identity, why });
    },
    onSuccess: done("directoryDone"),
  });
  const unlink = useMutation({
    mutationFn: () => client.identity.unlinkDirectory({ command, account: account.id, why }),
    onSuccess: done("directoryEnded"),
  });
  return { link, unlink };
}

/** How an account stands to the organisation's directory, where the operator has set one, and what may be done about it. */
export function DirectoryForm({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useTexts(accountTexts);
  const refusal = useRefusalText();
  const { directory } = useSession();
  const [typed, setTyped] = useState<Typed>({ by: "email", person: "", why: "" });
  const { link, unlink } = useDirectoryCommands(account, typed, onClose);
  const whyNot = useWhyNot(account);
  if (directory === null) return null;
  const failed = link.error ?? unlink.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    link.mutate();
  };
  const linked = account.directory === "linked";
  return (
    <form className="form directory" onSubmit={submit} aria-labelledby="directory-title">
      <h3 id="directory-title">
        {t("directory")}: {t(states[account.directory])}
      </h3>
      <p className="muted small">{t("directoryNote")}</p>
      {failed !== null && (
        <p className="errors em" role="alert">
          <Glyph name="oct" /> {refusal(failed)}
        </p>
      )}
      <Fields typed={typed} change={setTyped} failed={failed} linked={linked} />
      <div className="form-actions">
        {!linked && (
          <Button type="submit" busy={link.isPending} refusal={whyNot("linkDirectory")}>
            {t("linkDirectory")}
          </Button>
        )}
        {account.directory !== "none" && (
          <Button busy={unlink.isPending} refusal={whyNot("unlinkDirectory")} onClick={() => unlink.mutate()}>
            {t("unlinkDirectory")}
          </Button>
        )}
      </div>
    </form>
  );
}

function useWhyNot(account: Account): (action: string) => string | undefined {
  const { lang } = useLanguage();
  const reasons: Readonly<Record<string, string>> = identityMessages[lang].reasons;
  return (action) => {
    const line = account.may.find((one) => one.action === action);
    return line?.allowed ? undefined : (reasons[line?.reason ?? ""] ?? line?.reason);
  };
}

function Fields(props: { typed: Typed; change: (typed: Typed) => void; failed: unknown; linked: boolean }) {
  const t = useTexts(accountTexts);
  const { typed, change, failed, linked } = props;
  const faults = new Map(refusalOf(failed)?.fields.map((one) => [one.path, one.message]));
  const email = typed.by === "email";
  return (
    <>
      {!linked && (
        <>
          <SelectField
            label={t("by")}
            value={typed.by}
            onChange={(event) =>
              change({ ...typed, by: event.target.value === "email" ? "email" : "subject" })
            }
            options={[
              { value: "email", label: t("byEmail") },
              { value: "subject", label: t("bySubject") },
            ]}
          />
          <TextField
            label={t(email ? "byEmail" : "bySubject")}
            type={email ? "email" : "text"}
            required
            value={typed.person}
            error={faults.get("identity.email") ?? faults.get("identity.subject")}
            onChange={(event) => change({ ...typed, person: event.target.value })}
          />
        </>
      )}
      <TextField
        label={t("why")}
        hint={t("whyHint")}
        required
        value={typed.why}
        error={faults.get("why")}
        onChange={(event) => change({ ...typed, why: event.target.value })}
      />
    </>
  );
}
