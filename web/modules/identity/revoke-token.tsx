import type { Token } from "@moc/contract/identity/token.ts";
import { client, orpc } from "../../shell/api.ts";
import { ReasonForm } from "../../shell/reason-form.tsx";
import { useTexts } from "../../ui/language.tsx";
import { tokenTexts } from "./tokens-texts.ts";

/** Ends a token at once, for a reason that the audit keeps. */
export function RevokeToken({ token, onClose }: { token: Token; onClose: () => void }) {
  const t = useTexts(tokenTexts);
  return (
    <ReasonForm
      title={t("revokeTitle", { name: token.name })}
      description={t("revokeHint")}
      act={t("revoke")}
      label={t("why")}
      hint={t("whyHint")}
      field="why"
      send={(command, why) => client.identity.revokeToken({ command, token: token.id, why })}
      told={() => t("done", { name: token.name })}
      touches={orpc.identity.key()}
      onClose={onClose}
    />
  );
}
