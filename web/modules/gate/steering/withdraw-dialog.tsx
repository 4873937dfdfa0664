import type { NoticeView } from "@moc/contract/gate/notice.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { client, commandId, orpc, refusalOf } from "../../../shell/api.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { TextField } from "../../../ui/field.tsx";
import { useTexts } from "../../../ui/language.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { noticeTexts } from "./notice-texts.ts";

/** Asks why a notice is withdrawn; the notice itself stays on record. */
export function WithdrawDialog({ notice, onClose }: { notice: NoticeView; onClose: () => void }) {
  const t = useTexts(noticeTexts);
  const tell = useToast();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const [command] = useState(commandId);
  const withdraw = useMutation({
    mutationFn: () => client.gate.withdrawNotice({ command, notice: notice.id, reason }),
    onSuccess: async () => {
      tell("done", t("withdrawn"));
      await queries.invalidateQueries({ queryKey: orpc.gate.key() });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    withdraw.mutate();
  };
  return (
    <Dialog open onClose={onClose} title={t("withdraw")} closeLabel={t("close")}>
      <form className="form" onSubmit={submit}>
        <TextField
          label={t("reason")}
          error={refusalOf(withdraw.error)?.message}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          required
          maxLength={300}
        />
        <div className="form-actions">
          <Button type="submit" look="primary" busy={withdraw.isPending}>
            {t("withdraw")}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
