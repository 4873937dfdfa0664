import type { TripView } from "@moc/contract/gate/trip.ts";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { commandId, orpc } from "../../../shell/api.ts";
import { useRefusalText } from "../../../shell/problem.tsx";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { useTexts } from "../../../ui/language.tsx";
import type { Texts } from "../../../ui/text.ts";
import { useToast } from "../../../ui/toast.tsx";
import { Slip } from "./slip.tsx";
import { VoidSlips } from "./void-slips.tsx";

const texts = {
  open: { vi: "Trang lái xe", en: "Driver's page", zh: "司机页面" },
  title: { vi: "Trang riêng của lái xe", en: "The driver's own page", zh: "司机专用页面" },
  hint: {
    vi: "Ai có liên kết này thấy được thứ tự và giờ gọi của lượt xe, không cần tài khoản.",
    en: "Whoever holds this link sees the trip's place and call, without an account.",
    zh: "持有此链接者无需账户即可查看位次与叫号。",
  },
  qr: { vi: "Mã QR của trang lái xe", en: "QR code of the driver's page", zh: "司机页面二维码" },
  lost: {
    vi: "Phiếu bị mất hoặc lạc sang người khác?",
    en: "A slip was lost or went astray?",
    zh: "单据遗失或落入他人之手？",
  },
  print: { vi: "In phiếu cho lái xe", en: "Print a slip for the driver", zh: "打印司机单" },
} as const satisfies Texts;

/** Issues the capability link of the driver and shows it with its QR code; on paper for who has no telephone. */
export function DriverLink({ trip }: { trip: TripView }) {
  const t = useTexts(texts);
  const tell = useToast();
  const refusal = useRefusalText();
  const issue = useMutation({
    ...orpc.gate.issueDriverLink.mutationOptions(),
    onError: (error) => tell("refused", refusal(error)),
  });
  const [voiding, setVoiding] = useState(false);
  const open = () => issue.mutate({ command: commandId(), trip: trip.id });
  return (
    <>
      <Button icon="link" busy={issue.isPending} onClick={open}>
        {t("open")}
      </Button>
      <Dialog
        open={issue.data !== undefined && !voiding}
        onClose={issue.reset}
        title={t("title")}
        description={t("hint")}
      >
        {issue.data && (
          <div className="driver-link">
            <img
              src={`data:image/svg+xml,${encodeURIComponent(issue.data.qrSvg)}`}
              alt={t("qr")}
              width="200"
              height="200"
            />
            <a className="link" href={issue.data.url} target="_blank" rel="noreferrer">
              {issue.data.url}
            </a>
            <Button icon="print" onClick={() => print()}>
              {t("print")}
            </Button>
            <Slip trip={trip} link={issue.data} />
            <Button look="quiet" onClick={() => setVoiding(true)}>
              {t("lost")}
            </Button>
          </div>
        )}
      </Dialog>
      {voiding && <VoidSlips trip={trip} onVoided={open} onClose={() => setVoiding(false)} />}
    </>
  );
}
