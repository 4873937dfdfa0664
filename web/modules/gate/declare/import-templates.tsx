import { useMutation } from "@tanstack/react-query";
import { orpc } from "../../../shell/api.ts";
import { useRefusalText } from "../../../shell/problem.tsx";
import { Button } from "../../../ui/button.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { save } from "../../../ui/save.ts";
import { useToast } from "../../../ui/toast.tsx";
import { importTexts } from "./import-texts.ts";

/** The empty file to fill in, in either format and the reader's language. */
export function ImportTemplates() {
  const t = useTexts(importTexts);
  const { lang } = useLanguage();
  const tell = useToast();
  const refusal = useRefusalText();
  const read = useMutation({
    ...orpc.gate.readImportTemplate.mutationOptions(),
    onSuccess: save,
    onError: (error) => tell("refused", refusal(error)),
  });
  return (
    <div className="form-actions">
      {(["xlsx", "csv"] as const).map((format) => (
        <Button
          key={format}
          icon="download"
          busy={read.isPending}
          onClick={() => read.mutate({ format, language: lang })}
        >
          {t("template", { format: format.toUpperCase() })}
        </Button>
      ))}
    </div>
  );
}
