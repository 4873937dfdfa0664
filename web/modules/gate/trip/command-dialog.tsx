import type { TripCommand, TripView } from "@moc/contract/gate/trip.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { useState } from "react";
import { useZoneRegistry } from "../../../shell/names.ts";
import { DialogForm } from "../../../ui/dialog-form.tsx";
import { SelectField, TextField } from "../../../ui/field.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import type { Texts } from "../../../ui/text.ts";
import { plateText } from "../speak.ts";
import { commandWords } from "../words.ts";
import type { TripCall } from "./trip-command.ts";

const texts = {
  yard: { vi: "Bãi", en: "Yard", zh: "货场" },
  slot: { vi: "Vị trí trong bãi", en: "Slot", zh: "车位" },
  slotHint: {
    vi: "Để trống nếu bãi không đánh số",
    en: "Leave empty if the yard has no numbers",
    zh: "无编号可留空",
  },
  place: { vi: "Nơi xe đang đứng", en: "Where the truck stands", zh: "车辆所在地点" },
  placeHint: {
    vi: "Tín hiệu của bạn là một trong hai; tín hiệu kia phải từ nguồn khác.",
    en: "Yours is one of two signals; the other must come from another source.",
    zh: "您的信号为两路之一；另一路须来自其他来源。",
  },
  partner: {
    vi: "Biển số xe {here.adjective} sang tải",
    en: "Plate of the {here.adjective} truck",
    zh: "换装{here.adjective}车牌",
  },
  partnerHint: {
    vi: "Xe {here.adjective}, ví dụ 12C-084.51",
    en: "{here.Adjective} truck, e.g. 12C-084.51",
    zh: "{here.adjective}车，例如 12C-084.51",
  },
  reason: { vi: "Lý do", en: "Reason", zh: "理由" },
  reasonHint: {
    vi: "Hiện trong lịch sử của lượt xe",
    en: "Shown in the trip's story",
    zh: "显示在车次记录中",
  },
  choose: { vi: "Chọn", en: "Choose", zh: "请选择" },
} as const satisfies Texts;

/** Asks for what a command needs beyond the trip: yard, place, plate or reason. */
export function CommandDialog(props: {
  trip: TripView;
  command: TripCommand;
  onClose: () => void;
  onSend: (call: TripCall) => void;
  failed: string | undefined;
}) {
  const { lang } = useLanguage();
  const { command, trip } = props;
  const [value, setValue] = useState("");
  const [slot, setSlot] = useState("");
  const submit = () => {
    if (command === "enter_yard") props.onSend({ command, yard: value, slot });
    else if (command === "signal_arrival") props.onSend({ command, place: value });
    else if (command === "transfer_cargo" || command === "pair_transfer")
      props.onSend({ command, partner: { country: "VN", number: value } });
    else if (command === "withdraw" || command === "refuse") props.onSend({ command, reason: value });
  };
  return (
    <DialogForm
      title={`${commandWords[command][lang]}${marks[lang].colon}${plateText(trip.plate)}`}
      act={commandWords[command][lang]}
      failed={props.failed}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <CommandFields
        command={command}
        route={trip.route}
        value={value}
        onValue={setValue}
        slot={slot}
        onSlot={setSlot}
      />
    </DialogForm>
  );
}

/** The one field that the command asks for, and for a yard the slot in it. */
function CommandFields(props: {
  command: TripCommand;
  route: string;
  value: string;
  onValue: (value: string) => void;
  slot: string;
  onSlot: (slot: string) => void;
}) {
  const t = useTexts(texts);
  const { command, value } = props;
  const places = usePlaces(props.route);
  const input = {
    value,
    onChange: (event: { target: { value: string } }) => props.onValue(event.target.value),
    required: true,
  };
  return (
    <>
      {command === "enter_yard" && (
        <>
          <SelectField label={t("yard")} none={t("choose")} options={places.yards} {...input} />
          <TextField
            label={t("slot")}
            hint={t("slotHint")}
            value={props.slot}
            onChange={(event) => props.onSlot(event.target.value)}
          />
        </>
      )}
      {command === "signal_arrival" && (
        <SelectField
          label={t("place")}
          hint={t("placeHint")}
          none={t("choose")}
          options={places.all}
          {...input}
        />
      )}
      {(command === "transfer_cargo" || command === "pair_transfer") && (
        <TextField label={t("partner")} hint={t("partnerHint")} {...input} />
      )}
      {(command === "withdraw" || command === "refuse") && (
        <TextField label={t("reason")} hint={t("reasonHint")} {...input} />
      )}
    </>
  );
}

/** Yards of the route first; parks and yards are where an arrival can be signalled. */
function usePlaces(route: string) {
  const { lang } = useLanguage();
  const { data } = useZoneRegistry();
  const serving = <Row extends { routes: readonly string[] }>(rows: readonly Row[]) =>
    rows.filter((row) => row.routes.includes(route));
  const option = (row: { key: string; shortName: Record<"vi" | "en" | "zh", string> }) => ({
    value: row.key,
    label: row.shortName[lang],
  });
  const yards = serving(data?.yard ?? []).map(option);
  return { yards, all: [...serving(data?.park ?? []).map(option), ...yards] };
}
