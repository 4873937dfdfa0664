import { Menu as Base } from "@base-ui/react/menu";
import { Popover as BasePopover } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

export type MenuItem = { label: string; icon?: IconName; checked?: boolean; onPick: () => void };

/** Floating parts open from the banner and stay in it, so that a reader by landmarks meets them there. */
const banner = {
  get current() {
    return document.querySelector("header");
  },
};

/** A menu under its trigger; `head` is a line of text above the items. */
export function Menu(props: { trigger: ReactElement; head?: ReactNode; items: readonly MenuItem[] }) {
  return (
    <Base.Root>
      <Base.Trigger render={props.trigger} />
      <Base.Portal container={banner}>
        <Base.Positioner sideOffset={4} align="end" className="floating">
          <Base.Popup className="menu">
            {props.head !== undefined && <div className="menu-head">{props.head}</div>}
            {props.items.map((item) => (
              <Base.Item key={item.label} className="menu-item" onClick={item.onPick}>
                {item.icon && <Icon name={item.icon} />}
                <span>{item.label}</span>
                {item.checked === true && <Icon name="check" />}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** A small panel under its trigger, for a setting with a few controls. */
export function Popover(props: {
  trigger: ReactElement;
  title: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
}) {
  return (
    <BasePopover.Root open={props.open} onOpenChange={props.onOpenChange}>
      <BasePopover.Trigger render={props.trigger} />
      <BasePopover.Portal container={banner}>
        <BasePopover.Positioner sideOffset={4} align="start" className="floating">
          <BasePopover.Popup className="popover">
            <BasePopover.Title className="popover-title">{props.title}</BasePopover.Title>
            {props.children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
