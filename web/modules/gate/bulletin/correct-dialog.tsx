import type { BulletinView } from "@moc/contract/gate/bulletin.ts";
import { client } from "../../../shell/api.ts";
import { ReasonForm } from "../../../shell/reason-form.tsx";
import { useTexts } from "../../../ui/language.tsx";
import { ChangesTable } from "./bulletin-tables.tsx";
import { bulletinTexts } from "./bulletin-texts.ts";

/** Shows what a correction would change and asks for its reason. */
export function CorrectDialog({ view, onClose }: { view: BulletinView; onClose: () => void }) {
  const t = useTexts(bulletinTexts);
  const { day } = view;
  const seen = view.records.at(-1)?.number ?? 0;
  return (
    <ReasonForm
      title={t("correct")}
      description={t("correctHint")}
      act={t("correct")}
      wide
      label={t("reason")}
      hint={t("reasonHint")}
      send={(command, reason) => client.gate.correctBulletin({ command, day, reason, seen })}
      told={() => t("corrected")}
      onClose={onClose}
    >
      <ChangesTable changes={view.differs} places={view.known.figures.places} />
    </ReasonForm>
  );
}
