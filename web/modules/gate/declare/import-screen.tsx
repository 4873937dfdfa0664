import { mostRows } from "@moc/contract/gate/import.ts";
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { commandId, orpc, queryClient } from "../../../shell/api.ts";
import { Button } from "../../../ui/button.tsx";
import { FileField } from "../../../ui/field.tsx";
import { useTexts } from "../../../ui/language.tsx";
import { Skeleton } from "../../../ui/states.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { Refused } from "./fault-list.tsx";
import { ImportPreview } from "./import-preview.tsx";
import { ImportTemplates } from "./import-templates.tsx";
import { importTexts } from "./import-texts.ts";
import { base64Of, mostBytes } from "./read-bytes.ts";
import "./declare.css";

type Chosen = { name: string; content: string };

/** Many declarations from one file: choose, look, mend in the file, send all or none. */
export function ImportScreen() {
  const t = useTexts(importTexts);
  const tell = useToast();
  const navigate = useNavigate();
  const [file, setFile] = useState<Chosen>();
  const [tooLarge, setTooLarge] = useState(false);
  // One id for this file: pressing again after a broken line is the same filing.
  const [command, setCommand] = useState(commandId);
  const preview = useMutation(orpc.gate.previewImport.mutationOptions());
  const send = useMutation({
    ...orpc.gate.importDeclarations.mutationOptions(),
    onSuccess: ({ trips }) => {
      tell("done", t("sent", { n: trips.length }));
      void queryClient.invalidateQueries({ queryKey: orpc.gate.key() });
      void navigate({ to: "/trips" });
    },
  });
  const choose = async (given: File) => {
    preview.reset();
    send.reset();
    setFile(undefined);
    setTooLarge(given.size > mostBytes);
    if (given.size > mostBytes) return;
    const read = { name: given.name, content: await base64Of(given) };
    setFile(read);
    setCommand(commandId());
    preview.mutate({ file: read });
  };
  const shown = preview.data;
  return (
    <div className="declare">
      <nav className="crumb" aria-label={t("back")}>
        <Link to="/declare">{t("back")}</Link>
      </nav>
      <h1>{t("title")}</h1>
      <p className="soft measure-wide">{t("lead", { most: mostRows })}</p>
      <ImportTemplates />
      <FileField
        label={t("choose")}
        hint={t("chooseHint")}
        error={tooLarge ? t("tooLarge", { limit: mostBytes / 1024 }) : undefined}
        name="file"
        accept=".xlsx,.csv,text/csv"
        chosen={file?.name}
        onPick={(given) => void choose(given)}
      />
      {preview.isPending && <Skeleton label={t("reading")} rows={6} widths={[60, 120, 200]} />}
      {preview.isError && <Refused error={preview.error} />}
      {send.isError && <Refused error={send.error} />}
      {shown && file && (
        <div className="form-actions">
          <Button
            look="primary"
            busy={send.isPending}
            refusal={shown.faulty > 0 ? t("mendFirst", { faulty: shown.faulty }) : undefined}
            onClick={() => send.mutate({ command, file })}
          >
            {t("send", { n: shown.rows.length })}
          </Button>
        </div>
      )}
      {shown && file && <ImportPreview name={file.name} preview={shown} />}
    </div>
  );
}
