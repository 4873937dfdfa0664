import type { TripView } from "@moc/contract/gate/trip.ts";
import { type FormEvent, useState } from "react";
import { refusalOf } from "../../../shell/api.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import type { Texts } from "../../../ui/text.ts";
import { SlotField } from "../queue/slot-field.tsx";
import { plateText } from "../speak.ts";
import { commandWords } from "../words.ts";
import type { TripCall } from "./trip-command.ts";

const texts = {
  close: { vi: "Đóng", en: "Close", zh: "关闭" },
  cancel: { vi: "Thôi", en: "Cancel", zh: "取消" },
} as const satisfies Texts;

/** Books a window for this trip, or moves its booking to another. */
export function SlotDialog(props: {
  trip: TripView;
  onClose: () => void;
  onSend: (call: TripCall) => void;
  error: unknown;
}) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const { trip } = props;
  const [from, setFrom] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (from !== "") props.onSend({ command: "book_slot", from });
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={`${commandWords.book_slot[lang]}: ${plateText(trip.plate)}`}
      closeLabel={t("close")}
    >
      <form className="form" onSubmit={submit}>
        <SlotField
          route={trip.route}
          direction={trip.direction}
          stream={trip.stream}
          value={from}
          error={refusalOf(props.error)?.message}
          onPick={setFrom}
        />
        <div className="form-actions">
          <Button type="submit" look="primary" disabled={from === ""}>
            {commandWords.book_slot[lang]}
          </Button>
          <Button look="quiet" onClick={props.onClose}>
            {t("cancel")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
