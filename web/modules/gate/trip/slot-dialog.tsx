import type { TripView } from "@moc/contract/gate/trip.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { useState } from "react";
import { DialogForm } from "../../../ui/dialog-form.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { SlotField } from "../queue/slot-field.tsx";
import { plateText } from "../speak.ts";
import { commandWords } from "../words.ts";
import type { TripCall } from "./trip-command.ts";

/** Books a window for this trip, or moves its booking to another. */
export function SlotDialog(props: {
  trip: TripView;
  onClose: () => void;
  onSend: (call: TripCall) => void;
  failed: string | undefined;
}) {
  const { lang } = useLanguage();
  const { trip } = props;
  const [from, setFrom] = useState("");
  const submit = () => {
    if (from !== "") props.onSend({ command: "book_slot", from });
  };
  return (
    <DialogForm
      title={`${commandWords.book_slot[lang]}${marks[lang].colon}${plateText(trip.plate)}`}
      act={commandWords.book_slot[lang]}
      ready={from !== ""}
      failed={props.failed}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <SlotField
        route={trip.route}
        direction={trip.direction}
        stream={trip.stream}
        value={from}
        onPick={setFrom}
      />
    </DialogForm>
  );
}
