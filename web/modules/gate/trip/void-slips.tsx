import type { TripView } from "@moc/contract/gate/trip.ts";
import { client } from "../../../shell/api.ts";
import { ReasonForm } from "../../../shell/reason-form.tsx";
import { useTexts } from "../../../ui/language.tsx";
import type { Texts } from "../../../ui/text.ts";

const texts = {
  hint: {
    vi: "Mọi phiếu và liên kết đã phát của lượt xe này thôi hiệu lực ngay, trang của chúng ghi “đã hủy” cùng lý do; sau đó mã mới hiện ra.",
    en: "Every slip and link of this trip handed out so far ends at once, and its page says “void” with the reason; a new code appears then.",
    zh: "该车次此前发出的所有单据和链接立即失效，其页面显示“已作废”及原因；随后显示新码。",
  },
  reason: { vi: "Lý do", en: "Reason", zh: "原因" },
  reasonHint: {
    vi: "Không ghi tên, giấy tờ, điện thoại",
    en: "No names, papers or phones",
    zh: "请勿填写姓名、证件、电话",
  },
  act: { vi: "Hủy phiếu đã phát", en: "Void the slips", zh: "作废已发单据" },
  done: {
    vi: "Đã hủy {n} phiếu và phát mã mới.",
    en: "{n} slips voided, a new code is issued.",
    zh: "已作废{n}张单据并生成新码。",
  },
} as const satisfies Texts;

/** Voids what was handed out of a trip, with its reason, and issues anew. */
export function VoidSlips(props: { trip: TripView; onVoided: () => void; onClose: () => void }) {
  const t = useTexts(texts);
  const { trip, onVoided, onClose } = props;
  const send = async (command: string, reason: string) => {
    const done = await client.gate.voidSlips({ command, trip: trip.id, reason });
    onVoided();
    return done;
  };
  return (
    <ReasonForm
      title={t("act")}
      description={t("hint")}
      act={t("act")}
      label={t("reason")}
      hint={t("reasonHint")}
      told={({ voided }) => t("done", { n: voided })}
      send={send}
      onClose={onClose}
    />
  );
}
