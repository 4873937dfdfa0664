import { type ButtonHTMLAttributes, type ReactNode, useId } from "react";
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

/** A button that says why it cannot be pressed instead of only greying out. */
export function Button(props: ButtonProps) {
  const { look = "plain", small = false, icon, hotkey, refusal, busy = false, children, ...rest } = props;
  const why = useId();
  const refused = refusal !== undefined && refusal !== null && refusal !== "";
  const button = (
    <button
      type="button"
      {...rest}
      className={`btn ${looks[look]} ${small ? "sm" : ""} ${rest.className ?? ""}`}
      disabled={rest.disabled === true || refused || busy}
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
  ...rest
}: { icon: IconName; label: string } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      {...rest}
      className={`btn sq ${rest.className ?? ""}`}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  );
}
