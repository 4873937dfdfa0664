import type { BulletinView } from "@moc/contract/gate/bulletin.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { client, commandId, orpc, refusalOf } from "../../../shell/api.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { TextField } from "../../../ui/field.tsx";
import { useTexts } from "../../../ui/language.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { ChangesTable } from "./bulletin-tables.tsx";
import { bulletinTexts } from "./bulletin-texts.ts";

/** Shows what a correction would change and asks for its reason. */
export function CorrectDialog({ view, onClose }: { view: BulletinView; onClose: () => void }) {
  const t = useTexts(bulletinTexts);
  const tell = useToast();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const [command] = useState(commandId);
  const { day } = view;
  const save = useMutation({
    mutationFn: () =>
      client.gate.correctBulletin({ command, day, reason, seen: view.records.at(-1)?.number ?? 0 }),
    onSuccess: async () => {
      tell("done", t("corrected"));
      await queries.invalidateQueries({ queryKey: orpc.gate.key() });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("correct")}
      description={t("correctHint")}
      closeLabel={t("close")}
      wide
    >
      <form className="form" onSubmit={submit}>
        <ChangesTable changes={view.differs} places={view.known.figures.places} />
        <TextField
          label={t("reason")}
          hint={t("reasonHint")}
          error={refusalOf(save.error)?.message}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          required
          maxLength={300}
        />
        <div className="form-actions">
          <Button type="submit" look="primary" busy={save.isPending}>
            {t("correct")}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t("close")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
