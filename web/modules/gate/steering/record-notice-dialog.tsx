import type { NoticeView } from "@moc/contract/gate/notice.ts";
import { useState } from "react";
import { client } from "../../../shell/api.ts";
import { CommandForm } from "../../../shell/command-form.tsx";
import type { Instant } from "../../../ui/format.ts";
import { useTexts } from "../../../ui/language.tsx";
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
  const { corrects, now } = props;
  const [draft, setDraft] = useState(() => (corrects ? noticeDraftOf(corrects, now) : emptyNotice(now)));
  const notice = draftedNotice(draft, corrects?.id ?? null);
  const act = t(corrects ? "correct" : "record");
  return (
    <CommandForm
      title={act}
      act={act}
      wide
      send={async (command) => {
        if (notice === undefined) throw new Error("the form requires its fields");
        await client.gate.recordNotice({ command, notice });
      }}
      told={() => t("recorded")}
      onClose={props.onClose}
    >
      {(errorAt) => <NoticeFields draft={draft} onChange={setDraft} errorAt={errorAt} />}
    </CommandForm>
  );
}
