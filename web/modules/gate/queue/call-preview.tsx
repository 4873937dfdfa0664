import { passedOverWords } from "@moc/contract/gate/messages/passed-over-words.ts";
import type { CallPreview, QueueEntry } from "@moc/contract/gate/queue.ts";
import { useNames } from "../../../shell/names.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { goodsText, plateText } from "../speak.ts";
import { callTexts, queueTexts } from "./queue-texts.ts";

/** Who would be called and who passed over, before it happens. */
export function PreviewDialog(props: {
  open: boolean;
  onClose: () => void;
  preview: CallPreview;
  rows: readonly QueueEntry[];
}) {
  const t = useTexts(callTexts);
  const { lang } = useLanguage();
  const names = useNames();
  const { preview, rows } = props;
  const find = (trip: string) => rows.find((row) => row.trip.id === trip);
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t("previewTitle", { n: preview.count })}
      description={t("byRule", { rule: names(preview.rule) })}
    >
      <h3 className="sect">{t("previewCalled")}</h3>
      <ol className="preview">
        {preview.called.map((trip) => (
          <PreviewRow key={trip} entry={find(trip)} trip={trip} />
        ))}
      </ol>
      {preview.passedOver.length > 0 && (
        <>
          <h3 className="sect">{t("previewPassed")}</h3>
          <ul className="preview">
            {preview.passedOver.map(({ trip, reason }) => (
              <PreviewRow key={trip} entry={find(trip)} trip={trip} note={passedOverWords[reason][lang]} />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

function PreviewRow({ entry, trip, note }: { entry: QueueEntry | undefined; trip: string; note?: string }) {
  const { lang } = useLanguage();
  const q = useTexts(queueTexts);
  if (!entry) return <li className="num muted">{trip.slice(0, 8)}</li>;
  return (
    <li>
      <span className="num muted">{entry.place}</span>
      <span className="plate num">{plateText(entry.trip.plate)}</span>
      <span>{goodsText(entry.trip.goods, lang) ?? q("goodsUnknown")}</span>
      {note && <span className="warn">{note}</span>}
    </li>
  );
}
