import { type ButtonHTMLAttributes, type KeyboardEvent, type ReactNode, useId } from "react";
import { Icon, type IconName } from "./icon.tsx";

type Look = "primary" | "plain" | "quiet" | "link";
const looks = { primary: "pri", plain: "", quiet: "quiet", link: "link" } as const satisfies Record<
  Look,
  string
>;

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: Look;
  small?: boolean;
  icon?: IconName;
  /** The key that does the same, shown in the button. */
  hotkey?: string;
  /** Why the button may not be pressed: shown beside it in words, and the button is disabled. */
  refusal?: ReactNode;
  /** Set while the command is on its way: the button cannot be pressed twice. */
  busy?: boolean;
};

/** A key held down presses once: its repetition must not do what the button offers next. */
const once = (event: KeyboardEvent) => {
  if (event.repeat && event.key === "Enter") event.preventDefault();
};

/**
 * What a button answers to. One that may not be pressed now keeps its place among the keys and the focus, so that who
 * pressed it by keyboard is not thrown to the head of the page while the answer is on its way.
 */
const pressing = (held: boolean, onClick: ButtonHTMLAttributes<HTMLButtonElement>["onClick"]) => ({
  "aria-disabled": held || undefined,
  onKeyDown: once,
  // Also the sending of a form is a press of its button.
  onClick: held ? (event: { preventDefault(): void }) => event.preventDefault() : onClick,
});

/** A button that says why it cannot be pressed instead of only greying out. */
export function Button(props: ButtonProps) {
  const { look = "plain", small = false, icon, hotkey, refusal, busy = false, ...others } = props;
  const { children, disabled = false, onClick, ...rest } = others;
  const why = useId();
  const refused = refusal !== undefined && refusal !== null && refusal !== "";
  const button = (
    <button
      type="button"
      {...rest}
      {...pressing(disabled || refused || busy, onClick)}
      className={`btn ${looks[look]} ${small ? "sm" : ""} ${rest.className ?? ""}`}
      aria-busy={busy || undefined}
      aria-describedby={refused ? why : rest["aria-describedby"]}
      aria-keyshortcuts={hotkey}
    >
      {icon && <Icon name={icon} />}
      {children}
      {hotkey && <kbd aria-hidden="true">{hotkey}</kbd>}
    </button>
  );
  if (!refused) return button;
  return (
    <span className="refused">
      {button}
      <span id={why} className="why">
        {refusal}
      </span>
    </span>
  );
}

/** A button that is only an icon; the label is its accessible name and its title. */
export function IconButton({
  icon,
  label,
  disabled = false,
  onClick,
  ...rest
}: { icon: IconName; label: string } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      {...rest}
      {...pressing(disabled, onClick)}
      className={`btn sq ${rest.className ?? ""}`}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  );
}
