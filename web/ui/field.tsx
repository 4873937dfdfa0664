import { type ComponentProps, type ReactNode, type SelectHTMLAttributes, useId } from "react";
import { Glyph } from "./glyph.tsx";
import { useTexts } from "./language.tsx";
import type { Texts } from "./text.ts";

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

/** Puts the hands into the field of this name once it is drawn: into a line that was just added to a form. */
export function beginAt(name: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)?.focus());
}

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

const fileTexts = {
  pick: { vi: "Chọn tệp", en: "Choose a file", zh: "选择文件" },
  none: { vi: "Chưa chọn tệp nào", en: "No file chosen", zh: "未选择文件" },
} as const satisfies Texts;

/** A file to choose or to drop; said in the reader's language, where the browser's own button speaks its own. */
export function FileField({
  label,
  hint,
  error,
  chosen,
  onPick,
  ...input
}: Shared & { name: string; accept: string; chosen: string | undefined; onPick: (file: File) => void }) {
  const id = useId();
  const t = useTexts(fileTexts);
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <div className="pick">
        <input
          {...input}
          id={id}
          type="file"
          aria-invalid={error ? true : undefined}
          aria-describedby={described(id, { label, hint, error })}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            // The same file, mended, must count as another choice.
            currentTarget.value = "";
            if (file) onPick(file);
          }}
        />
        <span className="btn" aria-hidden="true">
          {t("pick")}
        </span>
        <span aria-live="polite">{chosen ?? t("none")}</span>
      </div>
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
