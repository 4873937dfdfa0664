import type { Keep, PackConflict } from "@moc/contract/registry/conflict.ts";
import type { RecordedVersion } from "@moc/contract/registry/events.ts";
import { fieldWord } from "@moc/contract/registry/messages/field-words.ts";
import { registryMessages } from "@moc/contract/registry/messages/messages.ts";
import { statementName, valueText } from "@moc/contract/registry/messages/row-words.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { commandId, orpc, refusalOf } from "../../shell/api.ts";
import { useRefusalText } from "../../shell/problem.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../ui/language.tsx";
import { Panel } from "../../ui/panel.tsx";
import { useToast } from "../../ui/toast.tsx";
import { type ComparedVersion, comparedOf } from "./conflict-rows.ts";
import { conflictTexts } from "./conflict-texts.ts";
import { civil } from "./row-words.ts";

/** One conflict: both sides field by field, and the decision with its reason. */
export function ConflictPanel({ conflict }: { conflict: PackConflict }) {
  const t = useTexts(conflictTexts);
  const { lang } = useLanguage();
  const [latest] = [...conflict.operator, ...conflict.pack].slice(-1);
  const name = latest ? statementName(latest.statement, lang) : conflict.key;
  return (
    <Panel title={name} note={registryMessages[lang].kinds[conflict.kind]} className="conflict">
      <div className="pad-field">
        {comparedOf(conflict).map((version) => (
          <VersionTable key={version.from ?? ""} version={version} name={name} />
        ))}
        {conflict.pack.length === 0 && (
          <p className="small">
            <Glyph name="tri" /> {t("withdrawn")}
          </p>
        )}
        <Decide conflict={conflict} name={name} />
      </div>
    </Panel>
  );
}

function VersionTable({ version, name }: { version: ComparedVersion; name: string }) {
  const t = useTexts(conflictTexts);
  const { lang } = useLanguage();
  const { from, operator, pack, fields } = version;
  const differing = fields.filter((one) => one.differs);
  const word = (field: string) => (field === "validTo" ? t("validTo") : fieldWord(field, lang));
  const shown = (side: RecordedVersion | undefined, value: unknown) =>
    side === undefined ? t("noVersion") : valueText(value, lang);
  const confidence = (side: RecordedVersion | undefined) =>
    side === undefined ? t("noVersion") : registryMessages[lang].confidences[side.source.confidence];
  return (
    <table className="compared">
      <caption>
        {from === null ? t("always") : t("from", { day: civil(from) })}
        <span className="vh">: {name}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("field")}</th>
          <th scope="col">{t("operator")}</th>
          <th scope="col">{t("pack")}</th>
        </tr>
      </thead>
      <tbody>
        {differing.map((one) => (
          <tr key={one.field}>
            <th scope="row">{word(one.field)}</th>
            <td>{shown(operator, one.operator)}</td>
            <td>{shown(pack, one.pack)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t("source")}</th>
          <td>{operator?.source.citation ?? t("noVersion")}</td>
          <td>{pack?.source.citation ?? t("noVersion")}</td>
        </tr>
        <tr>
          <th scope="row">{t("confidence")}</th>
          <td>{confidence(operator)}</td>
          <td>{confidence(pack)}</td>
        </tr>
      </tbody>
      {differing.length < fields.length && (
        <tfoot>
          <tr>
            <td colSpan={3} className="muted small">
              {t("equal", { n: fields.length - differing.length })}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Decide({ conflict, name }: { conflict: PackConflict; name: string }) {
  const t = useTexts(conflictTexts);
  const tell = useToast();
  const refusal = useRefusalText();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const [commands] = useState(() => ({ operator: commandId(), pack: commandId() }));
  const resolve = useMutation({
    ...orpc.registry.resolveConflict.mutationOptions(),
    onSuccess: async (_, { keep }) => {
      tell("done", t(keep === "operator" ? "kept" : "taken", { name }));
      await queries.invalidateQueries({ queryKey: orpc.registry.key() });
    },
  });
  const { kind, key, revision, packDigest } = conflict;
  const decide = (keep: Keep) =>
    resolve.mutate({ command: commands[keep], kind, key, keep, revision, packDigest, reason });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent; // as: React types the event of a form by its base
    decide(submitter?.getAttribute("value") === "pack" ? "pack" : "operator");
  };
  return (
    <form className="form" onSubmit={submit}>
      {resolve.isError && (
        <p className="errors em" role="alert">
          <Glyph name="oct" /> {refusal(resolve.error)}
        </p>
      )}
      <TextField
        label={t("reason")}
        hint={t("reasonHint")}
        required
        value={reason}
        error={refusalOf(resolve.error)?.fields.find((one) => one.path === "reason")?.message}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="form-actions">
        <Button type="submit" value="operator" busy={resolve.isPending}>
          {t("keepOperator")}
        </Button>
        <Button type="submit" value="pack" busy={resolve.isPending}>
          {t("keepPack")}
        </Button>
      </div>
    </form>
  );
}
