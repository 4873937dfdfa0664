import type { NoticeView } from "@moc/contract/gate/notice.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { client, commandId, orpc, refusalOf } from "../../../shell/api.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import type { Instant } from "../../../ui/format.ts";
import { useTexts } from "../../../ui/language.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { draftedNotice, emptyNotice, noticeDraftOf } from "./notice-draft.ts";
import { NoticeFields } from "./notice-fields.tsx";
import { noticeTexts } from "./notice-texts.ts";

/** Records what the other side announced, or a correction of an earlier notice. `now`: zone time. */
export function RecordNoticeDialog(props: {
  corrects: NoticeView | undefined;
  now: Instant;
  onClose: () => void;
}) {
  const t = useTexts(noticeTexts);
  const tell = useToast();
  const queries = useQueryClient();
  const { corrects, now, onClose } = props;
  const [command] = useState(commandId);
  const [draft, setDraft] = useState(() => (corrects ? noticeDraftOf(corrects, now) : emptyNotice(now)));
  const notice = draftedNotice(draft, corrects?.id ?? null);
  const record = useMutation({
    mutationFn: () => {
      if (notice === undefined) throw new Error("the form requires its fields");
      return client.gate.recordNotice({ command, notice });
    },
    onSuccess: async () => {
      tell("done", t("recorded"));
      await queries.invalidateQueries({ queryKey: orpc.gate.key() });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (notice !== undefined) record.mutate();
  };
  const refusal = refusalOf(record.error);
  const errorAt = (path: string) => refusal?.fields.find((one) => one.path.startsWith(path))?.message;
  return (
    <Dialog open onClose={onClose} title={t(corrects ? "correct" : "record")} closeLabel={t("close")} wide>
      <form className="form" onSubmit={submit}>
        <NoticeFields draft={draft} onChange={setDraft} errorAt={errorAt} />
        {refusal !== undefined && (
          <p className="em" role="alert">
            {refusal.message}
          </p>
        )}
        <div className="form-actions">
          <Button type="submit" look="primary" busy={record.isPending}>
            {t(corrects ? "correct" : "record")}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
