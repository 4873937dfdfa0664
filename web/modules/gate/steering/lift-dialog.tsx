import type { OrderView } from "@moc/contract/gate/steering.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { client, commandId, orpc, refusalOf } from "../../../shell/api.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { TextField } from "../../../ui/field.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { steeringTexts } from "./steering-texts.ts";

/** Asks why an order is lifted; the order itself stays on record. */
export function LiftDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const t = useTexts(steeringTexts);
  const { lang } = useLanguage();
  const tell = useToast();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const [command] = useState(commandId);
  const lift = useMutation({
    mutationFn: () => client.gate.liftOrder({ command, order: order.id, reason }),
    onSuccess: async () => {
      tell("done", t("lifted"));
      await queries.invalidateQueries({ queryKey: orpc.gate.key() });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    lift.mutate();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${t("lift")} ${order.number}/${order.year}`}
      description={order.text[lang]}
      closeLabel={t("close")}
    >
      <form className="form" onSubmit={submit}>
        <TextField
          label={t("reason")}
          error={refusalOf(lift.error)?.message}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          required
          maxLength={300}
        />
        <div className="form-actions">
          <Button type="submit" look="primary" busy={lift.isPending}>
            {t("lift")}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
