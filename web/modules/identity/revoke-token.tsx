import type { Token } from "@moc/contract/identity/token.ts";
import { useState } from "react";
import { client, orpc } from "../../shell/api.ts";
import { CommandForm } from "../../shell/command-form.tsx";
import { TextField } from "../../ui/field.tsx";
import { useTexts } from "../../ui/language.tsx";
import { tokenTexts } from "./tokens-texts.ts";

/** Ends a token at once, for a reason that the audit keeps. */
export function RevokeToken({ token, onClose }: { token: Token; onClose: () => void }) {
  const t = useTexts(tokenTexts);
  const [why, setWhy] = useState("");
  return (
    <CommandForm
      title={t("revokeTitle", { name: token.name })}
      description={t("revokeHint")}
      act={t("revoke")}
      send={(command) => client.identity.revokeToken({ command, token: token.id, why })}
      told={() => t("done", { name: token.name })}
      touches={orpc.identity.key()}
      onClose={onClose}
    >
      {(errorAt) => (
        <TextField
          label={t("why")}
          hint={t("whyHint")}
          required
          value={why}
          error={errorAt("why")}
          onChange={(event) => setWhy(event.target.value)}
        />
      )}
    </CommandForm>
  );
}
