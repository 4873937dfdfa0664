import { clock, day, noonOf } from "../ui/format.ts";
import { useTexts } from "../ui/language.tsx";
import type { Texts } from "../ui/text.ts";
import { useAsOf } from "./as-of.ts";
import { useBoardName } from "./names.ts";
import { useZoneClock } from "./zone.tsx";

const texts = {
  now: {
    vi: "{board}. In lúc {time} ngày {day}, giờ {here.time}.",
    en: "{board}. Printed at {time} on {day}, {here.time} time.",
    zh: "{board}。打印于{day} {time}（{here.time}时间）。",
  },
  asOf: { vi: "Số liệu tính đến hết ngày {day}.", en: "As of the end of {day}.", zh: "数据截至{day}末。" },
  simulated: { vi: "Số liệu mô phỏng.", en: "Simulated figures.", zh: "模拟数据。" },
} as const satisfies Texts;

/** On paper the header is gone: whose page it is, as of when, and whether it was simulated stand at its foot. */
export function PrintFoot() {
  const t = useTexts(texts);
  const board = useBoardName();
  const zone = useZoneClock();
  const { asOf } = useAsOf();
  if (!zone) return null;
  const said = [
    t("now", { board, time: clock(zone.now), day: day(zone.now) }),
    asOf && t("asOf", { day: day(noonOf(asOf)) }),
    zone.mode === "demo" && t("simulated"),
  ];
  return <p className="print-foot num">{said.filter(Boolean).join(" ")}</p>;
}
