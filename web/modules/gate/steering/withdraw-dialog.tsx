import type { NoticeView } from "@moc/contract/gate/notice.ts";
import { useState } from "react";
import { client } from "../../../shell/api.ts";
import { CommandForm } from "../../../shell/command-form.tsx";
import { TextField } from "../../../ui/field.tsx";
import { useTexts } from "../../../ui/language.tsx";
import { noticeTexts } from "./notice-texts.ts";

/** Asks why a notice is withdrawn; the notice itself stays on record. */
export function WithdrawDialog({ notice, onClose }: { notice: NoticeView; onClose: () => void }) {
  const t = useTexts(noticeTexts);
  const [reason, setReason] = useState("");
  return (
    <CommandForm
      title={t("withdraw")}
      act={t("withdraw")}
      send={(command) => client.gate.withdrawNotice({ command, notice: notice.id, reason })}
      told={() => t("withdrawn")}
      onClose={onClose}
    >
      {(errorAt) => (
        <TextField
          label={t("reason")}
          error={errorAt("reason")}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          required
          maxLength={300}
        />
      )}
    </CommandForm>
  );
}
