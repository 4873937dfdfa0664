import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { DialogForm } from "../ui/dialog-form.tsx";
import { useToast } from "../ui/toast.tsx";
import { commandId, orpc, refusalOf } from "./api.ts";
import { useRefusalText } from "./problem.tsx";

/** Asks for one command and sends it. Sent again after a cut line it keeps its id, so it is done once. */
export function CommandForm<Done>(props: {
  title: string;
  description?: ReactNode;
  wide?: boolean;
  act: string;
  ready?: boolean;
  send: (command: string) => Promise<Done>;
  /** What the reader is told when it is done. */
  told: (done: Done) => string;
  /** What is read anew; everything of the gate unless said otherwise. */
  touches?: QueryKey;
  onClose: () => void;
  /** The fields; `errorAt` gives what is wrong with the field whose path begins so. */
  children: (errorAt: (path: string) => string | undefined) => ReactNode;
}) {
  const { send, told, touches = orpc.gate.key(), onClose, children, ...dialog } = props;
  const tell = useToast();
  const refusal = useRefusalText();
  const queries = useQueryClient();
  const [command] = useState(commandId);
  const sending = useMutation({
    mutationFn: () => send(command),
    onSuccess: async (done) => {
      tell("done", told(done));
      await queries.invalidateQueries({ queryKey: touches });
      onClose();
    },
  });
  const faults = refusalOf(sending.error)?.fields ?? [];
  return (
    <DialogForm
      {...dialog}
      busy={sending.isPending}
      failed={sending.isError ? refusal(sending.error) : undefined}
      onSubmit={() => sending.mutate()}
      onClose={onClose}
    >
      {children((path) => faults.find((one) => one.path.startsWith(path))?.message)}
    </DialogForm>
  );
}
