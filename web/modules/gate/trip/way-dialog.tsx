import type { TripView } from "@moc/contract/gate/trip.ts";
import type { Container } from "@moc/contract/gate/vehicle.ts";
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
  choose: { vi: "Chọn", en: "Choose", zh: "请选择" },
  route: { vi: "Lối mới", en: "New route", zh: "新通道" },
  routeHint: {
    vi: "Xe rời hàng chờ đang đứng và vào hàng của lối mới khi đến nơi.",
    en: "The truck leaves its queue and joins that of the new route when it arrives.",
    zh: "车辆离开当前队列，到达后排入新通道队列。",
  },
  trailer: { vi: "Biển số rơ moóc mới", en: "Plate of the new trailer", zh: "新挂车车牌" },
  container: { vi: "Số công-te-nơ mới", en: "Number of the new container", zh: "新集装箱号" },
  containerFor: {
    vi: "Công-te-nơ mới thay {number}",
    en: "New container in place of {number}",
    zh: "替换{number}的新集装箱号",
  },
  keep: { vi: "Để trống nếu không đổi", en: "Leave empty if unchanged", zh: "不变则留空" },
  reason: { vi: "Lý do", en: "Reason", zh: "理由" },
  reasonHint: {
    vi: "Hiện trong diễn biến của lượt xe; không ghi dữ liệu cá nhân.",
    en: "Shown in the trip's story; no personal data.",
    zh: "显示在车次经过中；请勿填写个人数据。",
  },
} as const satisfies Texts;

type Props = {
  trip: TripView;
  command: "swap_unit" | "divert";
  onClose: () => void;
  onSend: (call: TripCall) => void;
  failed: string | undefined;
};

/** The containers after a swap: each place has what was typed for it, else what it had; a truck without any may take one. */
export function drawnNow(had: readonly Container[], typed: readonly string[]): Container[] {
  return Array.from({ length: Math.max(had.length, 1) }).flatMap((_, at) => {
    const before = had[at];
    const number = typed[at] ?? "";
    if (number !== "") return [{ number, size: before?.size ?? "40" }];
    return before === undefined ? [] : [before];
  });
}

/** Asks to which route a truck is sent, or what it draws now; and why. */
export function WayDialog({ trip, command, onClose, onSend, failed }: Props) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const [first, setFirst] = useState("");
  const [boxes, setBoxes] = useState<readonly string[]>([]);
  const [reason, setReason] = useState("");
  const submit = () => {
    if (command === "divert") return onSend({ command, to: first, reason });
    const { country } = trip.plate;
    const trailer = first === "" ? trip.trailer : { country, number: first };
    onSend({ command, trailer, containers: drawnNow(trip.containers, boxes), reason });
  };
  return (
    <DialogForm
      title={`${commandWords[command][lang]}${marks[lang].colon}${plateText(trip.plate)}`}
      act={commandWords[command][lang]}
      failed={failed}
      onSubmit={submit}
      onClose={onClose}
    >
      {command === "divert" ? (
        <RouteField route={trip.route} kind={trip.kind} value={first} onPick={setFirst} />
      ) : (
        <>
          <TextField
            label={t("trailer")}
            hint={t("keep")}
            value={first}
            onChange={(event) => setFirst(event.target.value)}
          />
          <Boxes had={trip.containers} typed={boxes} onType={setBoxes} />
        </>
      )}
      <TextField
        label={t("reason")}
        hint={t("reasonHint")}
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </DialogForm>
  );
}

/** A field for each place of a container; where there are two, each says which one it takes the place of. */
function Boxes(props: {
  had: readonly Container[];
  typed: readonly string[];
  onType: (typed: readonly string[]) => void;
}) {
  const t = useTexts(texts);
  const places = props.had.length === 0 ? [undefined] : props.had;
  return places.map((before, at) => (
    <TextField
      key={before?.number ?? "none"}
      label={
        before === undefined || places.length === 1
          ? t("container")
          : t("containerFor", { number: before.number })
      }
      hint={t("keep")}
      value={props.typed[at] ?? ""}
      onChange={({ target }) =>
        props.onType(places.map((_, place) => (place === at ? target.value : (props.typed[place] ?? ""))))
      }
    />
  ));
}

function RouteField(props: {
  route: string;
  kind: TripView["kind"];
  value: string;
  onPick: (route: string) => void;
}) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const { data } = useZoneRegistry();
  const others = (data?.route ?? []).filter(
    (row) => row.key !== props.route && row.admits.includes(props.kind),
  );
  return (
    <SelectField
      label={t("route")}
      hint={t("routeHint")}
      none={t("choose")}
      required
      value={props.value}
      onChange={(event) => props.onPick(event.target.value)}
      options={others.map((row) => ({ value: row.key, label: row.name[lang] }))}
    />
  );
}
