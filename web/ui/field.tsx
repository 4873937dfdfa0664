import { type ComponentProps, type ReactNode, type SelectHTMLAttributes, useId } from "react";
import { Glyph } from "./glyph.tsx";

type Shared = { label: string; hint?: string | undefined; error?: string | undefined };

/** Label, hint, error, field: in this order, tied together for screen readers. */
function Frame(props: Shared & { id: string; children: ReactNode }) {
  return (
    <div className={props.error ? "fd err" : "fd"}>
      <label htmlFor={props.id}>{props.label}</label>
      {props.hint && (
        <span className="hint" id={`${props.id}-hint`}>
          {props.hint}
        </span>
      )}
      {props.error && (
        <span className="em" id={`${props.id}-error`}>
          <Glyph name="oct" />
          {props.error}
        </span>
      )}
      {props.children}
    </div>
  );
}

const described = (id: string, { hint, error }: Shared): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;

export function TextField({ label, hint, error, ...input }: Shared & ComponentProps<"input">) {
  const made = useId();
  const id = input.id ?? made;
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input
        type="text"
        autoComplete="off"
        {...input}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, { label, hint, error })}
      />
    </Frame>
  );
}

export type Option = { value: string; label: string };

export function SelectField(
  props: Shared & SelectHTMLAttributes<HTMLSelectElement> & { options: readonly Option[]; none?: string },
) {
  const { label, hint, error, options, none, ...select } = props;
  const made = useId();
  const id = select.id ?? made;
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <select
        {...select}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, { label, hint, error })}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

export function CheckField({ label, hint, ...input }: Shared & ComponentProps<"input">) {
  const made = useId();
  const id = input.id ?? made;
  return (
    <div className="fd check">
      <input type="checkbox" {...input} id={id} aria-describedby={described(id, { label, hint })} />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
