import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/field.tsx";
import { dayClock, fieldOfInstant, instantOfField } from "../../../ui/format.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useTexts } from "../../../ui/language.tsx";
import { Popover } from "../../../ui/menu.tsx";
import type { Texts } from "../../../ui/text.ts";

const texts = {
  known: { vi: "Như đã biết: bây giờ", en: "As known: now", zh: "按现在所知" },
  knownAt: { vi: "Như đã biết lúc {t}", en: "As known at {t}", zh: "按{t}所知" },
  title: { vi: "Như đã biết lúc", en: "As known at", zh: "按当时所知" },
  hint: {
    vi: "Chỉ dùng những gì đã được ghi đến lúc đó: chỗ mà khi ấy hệ thống đã cho thấy.",
    en: "Uses only what had been recorded by then: the place that the system showed at that moment.",
    zh: "仅使用截至当时已记录的内容：即当时系统显示的位次。",
  },
  at: { vi: "Ngày giờ {here.time}", en: "Day and {here.time} time", zh: "{here.time}日期时间" },
  back: { vi: "Về hiện tại", en: "Back to now", zh: "返回现在" },
} as const satisfies Texts;

type Props = {
  value: string | undefined;
  latest: string | undefined;
  onChange: (at: string | undefined) => void;
};

/** Chooses the instant by whose knowledge a history is shown; undefined is now. */
export function KnownAt({ value, latest, onChange }: Props) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const trigger = (
    <button type="button" className="btn sm">
      <Icon name="calendar" />
      <span className="num">{value ? t("knownAt", { t: dayClock(value) }) : t("known")}</span>
    </button>
  );
  return (
    <Popover trigger={trigger} title={t("title")} open={open} onOpenChange={setOpen}>
      <p className="muted small measure">{t("hint")}</p>
      <TextField
        label={t("at")}
        type="datetime-local"
        value={fieldOfInstant(value ?? latest ?? "")}
        max={fieldOfInstant(latest ?? "")}
        onChange={(event) => onChange(instantOfField(event.target.value))}
      />
      <Button
        disabled={!value}
        onClick={() => {
          onChange(undefined);
          setOpen(false);
        }}
      >
        {t("back")}
      </Button>
    </Popover>
  );
}
