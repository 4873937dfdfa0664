import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { client, commandId, orpc } from "../../../shell/api.ts";
import { useRefusalText } from "../../../shell/problem.tsx";
import { Button } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/field.tsx";
import { useTexts } from "../../../ui/language.tsx";
import { paperTexts } from "./paper-texts.ts";

/** A slip that was spoilt or lost is said to be void, by its number. */
export function VoidSlip() {
  const t = useTexts(paperTexts);
  const refusal = useRefusalText();
  const queries = useQueryClient();
  const [slip, setSlip] = useState("");
  const [reason, setReason] = useState("");
  const [command, setCommand] = useState(commandId);
  const voiding = useMutation({
    mutationFn: () => client.gate.voidPaperSlip({ command, slip: Number(slip), reason }),
    onSuccess: async () => {
      setSlip("");
      setReason("");
      setCommand(commandId());
      await queries.invalidateQueries({ queryKey: orpc.gate.readPaper.key() });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    voiding.mutate();
  };
  return (
    <details className="paper-void">
      <summary>{t("voidOne")}</summary>
      <form className="paper-line" onSubmit={submit}>
        <TextField
          label={t("voidNumber")}
          inputMode="numeric"
          pattern="[0-9]+"
          required
          value={slip}
          error={voiding.isError ? refusal(voiding.error) : undefined}
          onChange={({ target }) => setSlip(target.value)}
        />
        <TextField
          label={t("voidWhy")}
          hint={t("reasonHint")}
          required
          maxLength={300}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <Button type="submit" busy={voiding.isPending}>
          {t("voidIt")}
        </Button>
      </form>
    </details>
  );
}
