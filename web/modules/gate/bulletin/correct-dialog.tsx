import type { BulletinView } from "@moc/contract/gate/bulletin.ts";
import { useState } from "react";
import { client } from "../../../shell/api.ts";
import { CommandForm } from "../../../shell/command-form.tsx";
import { TextField } from "../../../ui/field.tsx";
import { useTexts } from "../../../ui/language.tsx";
import { ChangesTable } from "./bulletin-tables.tsx";
import { bulletinTexts } from "./bulletin-texts.ts";

/** Shows what a correction would change and asks for its reason. */
export function CorrectDialog({ view, onClose }: { view: BulletinView; onClose: () => void }) {
  const t = useTexts(bulletinTexts);
  const [reason, setReason] = useState("");
  const { day } = view;
  const seen = view.records.at(-1)?.number ?? 0;
  return (
    <CommandForm
      title={t("correct")}
      description={t("correctHint")}
      act={t("correct")}
      wide
      send={(command) => client.gate.correctBulletin({ command, day, reason, seen })}
      told={() => t("corrected")}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <ChangesTable changes={view.differs} places={view.known.figures.places} />
          <TextField
            label={t("reason")}
            hint={t("reasonHint")}
            error={errorAt("reason")}
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
