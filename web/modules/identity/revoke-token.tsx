import type { Token } from "@moc/contract/identity/token.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { commandId, orpc } from "../../shell/api.ts";
import { useRefusalText } from "../../shell/problem.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { useTexts } from "../../ui/language.tsx";
import { useToast } from "../../ui/toast.tsx";
import { tokenTexts } from "./tokens-texts.ts";

/** Ends a token at once, for a reason that the audit keeps. */
export function RevokeToken({ token, onClose }: { token: Token; onClose: () => void }) {
  const t = useTexts(tokenTexts);
  const tell = useToast();
  const refusal = useRefusalText();
  const queries = useQueryClient();
  const [command] = useState(commandId);
  const [why, setWhy] = useState("");
  const revoke = useMutation({
    ...orpc.identity.revokeToken.mutationOptions(),
    onSuccess: async () => {
      tell("done", t("done", { name: token.name }));
      await queries.invalidateQueries({ queryKey: orpc.identity.key() });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("revokeTitle", { name: token.name })}
      description={t("revokeHint")}
      closeLabel={t("close")}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          revoke.mutate({ command, token: token.id, why });
        }}
      >
        {revoke.isError && (
          <p className="errors em" role="alert">
            <Glyph name="oct" /> {refusal(revoke.error)}
          </p>
        )}
        <TextField
          label={t("why")}
          hint={t("whyHint")}
          required
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
        <div className="form-actions">
          <Button type="submit" look="primary" busy={revoke.isPending}>
            {t("revoke")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
