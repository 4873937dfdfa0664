import type { ReactNode } from "react";

export type Segment<V extends string> = { value: V; label: ReactNode; count?: number };

/** One choice among a few, all visible; the chosen one is pressed. */
export function Segments<V extends string>(props: {
  label: string;
  value: V;
  options: readonly Segment<V>[];
  onPick: (value: V) => void;
  small?: boolean;
}) {
  return (
    <div className={props.small ? "seg tiny" : "seg"} role="group" aria-label={props.label}>
      {props.options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === props.value}
          onClick={() => props.onPick(option.value)}
        >
          {option.label}
          {option.count !== undefined && <span className="n num">{option.count}</span>}
        </button>
      ))}
    </div>
  );
}
