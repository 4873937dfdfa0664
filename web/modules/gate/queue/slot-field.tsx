import type { SlotWindow } from "@moc/contract/gate/slot.ts";
import type { Direction } from "@moc/contract/gate/trip.ts";
import { useQuery } from "@tanstack/react-query";
import { orpc } from "../../../shell/api.ts";
import { SelectField } from "../../../ui/field.tsx";
import { clock, dayClock } from "../../../ui/format.ts";
import { useTexts } from "../../../ui/language.tsx";
import type { Texts } from "../../../ui/text.ts";

const texts = {
  label: { vi: "Khung giờ đến", en: "Arrival window", zh: "到达时段" },
  hint: {
    vi: "Đến vùng chờ trong khung thì được gọi trong khung. Đến muộn thì vào hàng trực tiếp, không mất lượt khai.",
    en: "Arrive in the window and you are called in it. Later you join the live queue; the declaration stays.",
    zh: "时段内到达即在时段内叫号；逾时进入现场队列，申报仍有效。",
  },
  none: { vi: "Không đặt, vào hàng trực tiếp", en: "None, join the live queue", zh: "不预约，进入现场队列" },
  window: {
    vi: "{from}–{to}, còn {free} trên {all}",
    en: "{from}–{to}, {free} of {all} free",
    zh: "{from}–{to}，余{free}/{all}",
  },
} as const satisfies Texts;

/** The windows of one queue that can be booked now. */
export function useSlots(route: string, direction: Direction): readonly SlotWindow[] {
  const slots = useQuery({
    ...orpc.gate.readSlots.queryOptions({ input: { route, direction } }),
    enabled: route !== "",
    refetchInterval: 60_000,
  });
  return slots.data?.windows ?? [];
}

/** Chooses a window with its published capacity; full ones are not offered. Nothing where no slots are published. */
export function SlotField(props: {
  route: string;
  direction: Direction;
  stream: string;
  value: string;
  error?: string | undefined;
  onPick: (from: string) => void;
}) {
  const t = useTexts(texts);
  const windows = useSlots(props.route, props.direction).filter((one) => one.stream === props.stream);
  if (windows.length === 0) return null;
  const options = windows
    .filter((one) => one.taken < one.capacity)
    .map((one) => ({
      value: one.from,
      label: t("window", {
        from: dayClock(one.from),
        to: clock(one.to),
        free: one.capacity - one.taken,
        all: one.capacity,
      }),
    }));
  return (
    <SelectField
      label={t("label")}
      hint={t("hint")}
      none={t("none")}
      options={options}
      error={props.error}
      value={props.value}
      onChange={(event) => props.onPick(event.target.value)}
    />
  );
}
