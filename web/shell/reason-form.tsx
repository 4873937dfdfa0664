import { type ComponentProps, type ReactNode, useState } from "react";
import { TextField } from "../ui/field.tsx";
import { CommandForm } from "./command-form.tsx";

type Form<Done> = Omit<ComponentProps<typeof CommandForm<Done>>, "send" | "children">;

type ErrorAt = Parameters<ComponentProps<typeof CommandForm>["children"]>[0];

/** Asks why, last: what an officer undoes, corrects, switches or voids stays on record with its reason. */
export function ReasonForm<Done>(
  props: Form<Done> & {
    /** Label of the reason. */
    label: string;
    hint?: string;
    /** Name of the reason in the command. */
    field?: "reason" | "why";
    send: (command: string, reason: string) => Promise<Done>;
    /** What the reader should look at, or else fill in, before the reason. */
    children?: ReactNode | ((errorAt: ErrorAt) => ReactNode);
  },
) {
  const { label, hint, field = "reason", send, children, ...form } = props;
  const [reason, setReason] = useState("");
  return (
    <CommandForm {...form} send={(command) => send(command, reason)}>
      {(errorAt) => (
        <>
          {typeof children === "function" ? children(errorAt) : children}
          <TextField
            label={label}
            hint={hint}
            error={errorAt(field)}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            required
            maxLength={300}
          />
        </>
      )}
    </CommandForm>
  );
}
