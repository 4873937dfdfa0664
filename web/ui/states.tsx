import { type ReactNode, useEffect, useState } from "react";
import { Button } from "./button.tsx";
import { Glyph } from "./glyph.tsx";
import { Icon, type IconName } from "./icon.tsx";

/** True once `ms` have passed: quick answers never flash a skeleton. */
function useAfter(ms: number): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return passed;
}

/** Rows in the shape of the coming content; `widths` are the columns in pixels. */
export function Skeleton({
  rows = 8,
  widths,
  label,
}: {
  rows?: number | undefined;
  widths: readonly number[];
  label: string;
}) {
  const visible = useAfter(150);
  return (
    <div className="skel" role="status" aria-label={label}>
      {visible &&
        Array.from({ length: rows }, (_, row) => (
          // Skeleton rows have no identity but their place.
          <div className="skr" key={`row-${row + 1}`}>
            {widths.map((width, column) => (
              <i
                key={`${column + 1}-${width}`}
                style={{ width: Math.round(width * (0.6 + ((row * 7 + column * 3) % 5) / 10)) }}
              />
            ))}
          </div>
        ))}
    </div>
  );
}

/** Nothing here: what, why, when it will change, and one action. */
export function EmptyState(props: {
  icon: IconName;
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      <Icon name={props.icon} />
      <b>{props.title}</b>
      <p>{props.children}</p>
      {props.action}
    </div>
  );
}

/** What did not happen, that nothing was half-done, and what to do. `code` and `time` stay small. */
export function ErrorState(props: {
  title: string;
  children: ReactNode;
  code?: string | undefined;
  retry?: { label: string; run: () => void };
}) {
  return (
    <div className="empty" role="alert">
      <Glyph name="oct" />
      <b>{props.title}</b>
      <p>{props.children}</p>
      {props.code && <span className="micro muted">{props.code}</span>}
      {props.retry && <Button onClick={props.retry.run}>{props.retry.label}</Button>}
    </div>
  );
}
