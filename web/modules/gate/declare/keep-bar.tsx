import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { DialogForm } from "../../../ui/dialog-form.tsx";
import { TextField } from "../../../ui/field.tsx";
import { useTexts } from "../../../ui/language.tsx";
import { declareTexts } from "./declare-texts.ts";
import { deskTexts } from "./desk-texts.ts";
import { type DraftInHand, origin } from "./draft-store.ts";
import { useKeep } from "./use-desk.ts";

/** What may be done with the declaration in hand short of sending it. */
export function KeepBar({ hand }: { hand: DraftInHand }) {
  const t = useTexts(deskTexts);
  const d = useTexts(declareTexts);
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState("");
  const keep = useKeep(hand);
  const clear = () => {
    hand.clear();
    origin.keep(undefined);
  };
  return (
    <div className="form-actions">
      <Button icon="save" busy={keep.busy} onClick={() => keep.draft(clear)}>
        {t("keep")}
      </Button>
      <Button onClick={() => setNaming(true)}>{t("keepTemplate")}</Button>
      <Button look="quiet" icon="x" onClick={clear}>
        {d("clear")}
      </Button>
      {naming && (
        <DialogForm
          title={t("keepTemplate")}
          description={t("templateHint")}
          act={t("keepTemplate")}
          busy={keep.busy}
          onSubmit={() => name.trim() !== "" && keep.template(name, () => setNaming(false))}
          onClose={() => setNaming(false)}
        >
          <TextField
            label={t("templateName")}
            name="template"
            required
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </DialogForm>
      )}
    </div>
  );
}
