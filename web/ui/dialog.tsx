import { Dialog as Base } from "@base-ui/react/dialog";
import { type ReactNode, useRef } from "react";
import { Icon } from "./icon.tsx";
import { useTexts } from "./language.tsx";
import type { Texts } from "./text.ts";

const texts = {
  close: { vi: "Đóng", en: "Close", zh: "关闭" },
} as const satisfies Texts;

/** What a reader of a dialog begins with: its first field, else what it offers; its way out comes last. */
const firsts = [".dbody :is(input, select, textarea)", ".dbody :is(button, a)", ".dfoot :is(button, a)"];

/** A modal dialog: focus is held inside, begins in its body and returns to where it was; Escape closes. */
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
  const box = useRef<HTMLDivElement>(null);
  const begin = (openType: string) => {
    // A finger wants no keyboard over half of what it has just opened.
    if (openType === "touch") return true;
    const [first] = firsts.flatMap((what) => box.current?.querySelector<HTMLElement>(what) ?? []);
    return first ?? true;
  };
  return (
    <Base.Root open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup ref={box} initialFocus={begin} className={props.wide ? "dialog wide" : "dialog"}>
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
