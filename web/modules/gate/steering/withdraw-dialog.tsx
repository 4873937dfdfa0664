import type { NoticeView } from "@moc/contract/gate/notice.ts";
import { client } from "../../../shell/api.ts";
import { ReasonForm } from "../../../shell/reason-form.tsx";
import { useTexts } from "../../../ui/language.tsx";
import { noticeTexts } from "./notice-texts.ts";

/** Asks why a notice is withdrawn; the notice itself stays on record. */
export function WithdrawDialog({ notice, onClose }: { notice: NoticeView; onClose: () => void }) {
  const t = useTexts(noticeTexts);
  return (
    <ReasonForm
      title={t("withdraw")}
      act={t("withdraw")}
      label={t("reason")}
      send={(command, reason) => client.gate.withdrawNotice({ command, notice: notice.id, reason })}
      told={() => t("withdrawn")}
      onClose={onClose}
    />
  );
}
