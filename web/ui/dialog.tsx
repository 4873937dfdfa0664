import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { useTexts } from "./language.tsx";
import type { Texts } from "./text.ts";

const texts = {
  close: { vi: "Đóng", en: "Close", zh: "关闭" },
} as const satisfies Texts;

/** A modal dialog: focus is held inside and returns to where it was; Escape closes. */
export function Dialog(props: {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  wide?: boolean;
  foot?: ReactNode;
  children: ReactNode;
}) {
  const t = useTexts(texts);
  return (
    <Base.Root open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup className={props.wide ? "dialog wide" : "dialog"}>
          <div className="dh">
            <Base.Title>{props.title}</Base.Title>
            <Base.Close className="btn sq quiet" aria-label={t("close")}>
              <Icon name="x" />
            </Base.Close>
          </div>
          {props.description !== undefined && (
            <Base.Description className="dd">{props.description}</Base.Description>
          )}
          <div className="dbody">{props.children}</div>
          {props.foot !== undefined && <div className="dfoot">{props.foot}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
