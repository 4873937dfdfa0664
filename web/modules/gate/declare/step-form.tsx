import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "../../../ui/button.tsx";
import type { FormProps } from "./declare-fields.tsx";
import type { Faults } from "./draft.ts";
import { FaultList } from "./fault-list.tsx";

/** The fields of one task. Faults are told once the reader has tried to go on; every change is kept either way. */
export function StepForm(
  props: FormProps & {
    title: string;
    lead?: ReactNode;
    fields: (props: FormProps) => ReactNode;
    next: string;
    onNext: () => void;
    children?: ReactNode;
  },
) {
  const [tried, setTried] = useState(false);
  const { title, lead, fields: Fields, draft, change, faults, onNext } = props;
  const go = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    if (faults.size === 0) return onNext();
    // The hands are at the first field to be mended, wherever on a long form it stands.
    requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  };
  const none: Faults = new Map();
  return (
    <form className="form" onSubmit={go} noValidate>
      <h1>{title}</h1>
      {lead}
      {tried && faults.size > 0 && <FaultList faults={faults} />}
      <Fields draft={draft} change={change} faults={tried ? faults : none} />
      <div className="form-actions">
        <Button type="submit" look="primary">
          {props.next}
        </Button>
        {props.children}
      </div>
    </form>
  );
}
