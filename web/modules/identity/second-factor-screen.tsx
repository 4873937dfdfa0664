import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { orpc, refusalOf } from "../../shell/api.ts";
import { useRefusalText } from "../../shell/problem.tsx";
import { useSession } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { useTexts } from "../../ui/language.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useToast } from "../../ui/toast.tsx";
import { factorTexts } from "./second-factor-texts.ts";
import "./second-factor.css";

/** The second factor of one's own account: set it with an authenticator, keep the recovery codes, end it. */
export function SecondFactorScreen() {
  const t = useTexts(factorTexts);
  const { account } = useSession();
  const [codes, setCodes] = useState<readonly string[]>();
  const on = account.secondFactor;
  return (
    <div className="room factor">
      <h1 className="vh">{t("title")}</h1>
      <Panel
        title={t("title")}
        end={
          <Tag tone={on ? "ok" : "idle"} glyph={on ? "check" : "shut"}>
            {t(on ? "on" : "off")}
          </Tag>
        }
      >
        <div className="form">
          <p>{t("what")}</p>
          {codes ? (
            <Codes codes={codes} onKept={() => setCodes(undefined)} />
          ) : on ? (
            <End />
          ) : (
            <Set onSet={setCodes} />
          )}
        </div>
      </Panel>
    </div>
  );
}

function Codes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTexts(factorTexts);
  return (
    <>
      <p role="status">{t("keep")}</p>
      <ul className="factor-codes num">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button onClick={onKept}>{t("kept")}</Button>
    </>
  );
}

/** Password, then the secret, then a first code of it. */
function Set({ onSet }: { onSet: (codes: readonly string[]) => void }) {
  const t = useTexts(factorTexts);
  const queries = useQueryClient();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const begin = useMutation({
    ...orpc.identity.beginSecondFactor.mutationOptions(),
    onSuccess: () => setPassword(""),
  });
  const confirm = useMutation({
    ...orpc.identity.confirmSecondFactor.mutationOptions(),
    onSuccess: async ({ recoveryCodes }) => {
      onSet(recoveryCodes);
      await queries.invalidateQueries({ queryKey: orpc.identity.readMe.key() });
    },
  });
  if (!begin.data) {
    return (
      <Step
        error={begin.error}
        send={() => begin.mutate({ password })}
        busy={begin.isPending}
        label={t("begin")}
      >
        <Password value={password} onChange={setPassword} error={begin.error} />
      </Step>
    );
  }
  return (
    <Step
      error={confirm.error}
      send={() => confirm.mutate({ code })}
      busy={confirm.isPending}
      label={t("confirm")}
    >
      <p>{t("scan")}</p>
      <img
        className="factor-qr"
        alt={t("picture")}
        src={`data:image/svg+xml,${encodeURIComponent(begin.data.qrSvg)}`}
      />
      <p className="num one-time">{begin.data.secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}</p>
      <Code value={code} onChange={setCode} error={confirm.error} />
    </Step>
  );
}

function End() {
  const t = useTexts(factorTexts);
  const tell = useToast();
  const queries = useQueryClient();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const end = useMutation({
    ...orpc.identity.endSecondFactor.mutationOptions(),
    onSuccess: async () => {
      tell("done", t("ended"));
      await queries.invalidateQueries({ queryKey: orpc.identity.readMe.key() });
    },
  });
  return (
    <Step error={end.error} send={() => end.mutate({ password, code })} busy={end.isPending} label={t("end")}>
      <Password value={password} onChange={setPassword} error={end.error} />
      <Code value={code} onChange={setCode} error={end.error} />
    </Step>
  );
}

type StepProps = { error: unknown; send: () => void; busy: boolean; label: string; children: ReactNode };

function Step({ error, send, busy, label, children }: StepProps) {
  const refusal = useRefusalText();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <form className="form" onSubmit={submit}>
      {error !== null && (
        <p className="errors em" role="alert">
          <Glyph name="oct" /> {refusal(error)}
        </p>
      )}
      {children}
      <div className="form-actions">
        <Button type="submit" look="primary" busy={busy}>
          {label}
        </Button>
      </div>
    </form>
  );
}

type FieldProps = { value: string; onChange: (value: string) => void; error: unknown };

const faultAt = (error: unknown, path: string) =>
  refusalOf(error)?.fields.find((field) => field.path === path)?.message;

function Password({ value, onChange, error }: FieldProps) {
  const t = useTexts(factorTexts);
  return (
    <TextField
      label={t("password")}
      type="password"
      autoComplete="current-password"
      required
      error={faultAt(error, "password")}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function Code({ value, onChange, error }: FieldProps) {
  const t = useTexts(factorTexts);
  return (
    <TextField
      label={t("code")}
      autoComplete="one-time-code"
      required
      error={faultAt(error, "code")}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
