import type { TripView } from "@moc/contract/gate/trip.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { commandId, orpc } from "../../../shell/api.ts";
import { useRefusalText } from "../../../shell/problem.tsx";
import { Button } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/field.tsx";
import { useTexts } from "../../../ui/language.tsx";
import type { Texts } from "../../../ui/text.ts";
import { useToast } from "../../../ui/toast.tsx";

const texts = {
  open: {
    vi: "Phiếu bị mất hoặc lạc sang người khác?",
    en: "A slip was lost or went astray?",
    zh: "单据遗失或落入他人之手？",
  },
  hint: {
    vi: "Mọi phiếu và liên kết đã phát của lượt xe này thôi hiệu lực ngay, trang của chúng ghi “đã hủy” cùng lý do; mã mới hiện ở đây.",
    en: "Every slip and link of this trip handed out so far ends at once, and its page says “void” with the reason; a new code appears here.",
    zh: "该车次此前发出的所有单据和链接立即失效，其页面显示“已作废”及原因；此处随即生成新码。",
  },
  reason: { vi: "Lý do", en: "Reason", zh: "原因" },
  reasonHint: {
    vi: "Không ghi tên, giấy tờ, điện thoại",
    en: "No names, papers or phones",
    zh: "请勿填写姓名、证件、电话",
  },
  act: { vi: "Hủy phiếu đã phát", en: "Void the slips", zh: "作废已发单据" },
  done: {
    vi: "Đã hủy {n} phiếu. Mã mới ở trên.",
    en: "{n} slips voided. The new code is above.",
    zh: "已作废{n}张单据，新码见上方。",
  },
} as const satisfies Texts;

/** Voids what was handed out of a trip, with its reason; `onVoided` issues anew. */
export function VoidSlips({ trip, onVoided }: { trip: TripView; onVoided: () => void }) {
  const t = useTexts(texts);
  const tell = useToast();
  const refusal = useRefusalText();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const act = useMutation({
    ...orpc.gate.voidSlips.mutationOptions(),
    onSuccess: ({ voided }) => {
      setReason("");
      tell("done", t("done", { n: voided }));
      onVoided();
      return queries.invalidateQueries({ queryKey: orpc.gate.key() });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate({ command: commandId(), trip: trip.id, reason });
  };
  return (
    <details className="void-slips">
      <summary>{t("open")}</summary>
      <form className="form" onSubmit={submit}>
        <p className="hint">{t("hint")}</p>
        <TextField
          label={t("reason")}
          hint={t("reasonHint")}
          required
          maxLength={300}
          value={reason}
          {...(act.isError && { error: refusal(act.error) })}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="submit" busy={act.isPending}>
          {t("act")}
        </Button>
      </form>
    </details>
  );
}
