import type { TripView } from "@moc/contract/gate/trip.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { orpc } from "../../../shell/api.ts";
import { useZoneRegistry } from "../../../shell/names.ts";
import { DialogForm } from "../../../ui/dialog-form.tsx";
import { SelectField } from "../../../ui/field.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import type { Texts } from "../../../ui/text.ts";
import { mayOf, plateText } from "../speak.ts";
import { commandWords } from "../words.ts";
import { type ExceptionCommand, exceptionOf, type TripCall } from "./trip-command.ts";

const texts = {
  choose: { vi: "Chọn", en: "Choose", zh: "请选择" },
  ground: { vi: "Căn cứ", en: "Ground", zh: "依据" },
  groundHint: {
    vi: "Hiện công khai cùng tên đơn vị và cán bộ. Không ai chọn được chỗ: chỗ theo quy tắc.",
    en: "Shown in public with organisation and officer. Nobody picks a place: the rule does.",
    zh: "与单位、经办人一并公开。位次由规则决定，不得指定。",
  },
  illustrative: { vi: "{name} (minh họa)", en: "{name} (illustrative)", zh: "{name}（示例）" },
  which: { vi: "Kết thúc ngoại lệ nào", en: "Which exception ends", zh: "结束哪项例外" },
  priority: { vi: "Ưu tiên", en: "Priority", zh: "优先" },
  hold: { vi: "Giữ lại", en: "Hold", zh: "暂缓" },
  moves: { vi: "Từ thứ {from} lên thứ {to}.", en: "From {from} to {to}.", zh: "由第{from}位至第{to}位。" },
  passes: { vi: "Vượt {n} xe cùng luồng:", en: "Passes {n} of its stream:", zh: "超过同队列{n}辆：" },
  passesNone: { vi: "Không vượt xe nào.", en: "Passes nobody.", zh: "不超过任何车辆。" },
} as const satisfies Texts;

/** Asks for the ground of a departure from the order, or which one ends; a priority shows first whom it passes. */
export function ExceptionDialog(props: {
  trip: TripView;
  command: ExceptionCommand;
  onClose: () => void;
  onSend: (call: TripCall) => void;
  failed: string | undefined;
}) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const { command, trip } = props;
  const [value, setValue] = useState("");
  const options = useOptions(trip, command);
  const submit = () => {
    if (command !== "lift_exception") props.onSend({ command, ground: value });
    else props.onSend({ command, exception: value === "priority" ? "priority" : "hold" });
  };
  const lifts = command === "lift_exception";
  return (
    <DialogForm
      title={`${commandWords[command][lang]}${marks[lang].colon}${plateText(trip.plate)}`}
      act={commandWords[command][lang]}
      failed={props.failed}
      onSubmit={submit}
      onClose={props.onClose}
    >
      {command === "give_priority" && <Passes trip={trip.id} />}
      <SelectField
        label={t(lifts ? "which" : "ground")}
        hint={t("groundHint")}
        none={t("choose")}
        options={options}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        required
      />
    </DialogForm>
  );
}

/** Grounds of the pack for this exception, or the exceptions that the truck has. */
function useOptions(trip: TripView, command: ExceptionCommand) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const { data } = useZoneRegistry();
  if (command === "lift_exception") {
    const given = mayOf(trip.may, command)?.params?.exceptions?.split(",") ?? [];
    return (["priority", "hold"] as const)
      .filter((one) => given.includes(one))
      .map((one) => ({ value: one, label: t(one) }));
  }
  const grounds = data?.exception_ground ?? [];
  return grounds
    .filter((row) => row.exception === exceptionOf[command])
    .map((row) => ({
      value: row.key,
      label:
        row.source.confidence === "illustrative"
          ? t("illustrative", { name: row.name[lang] })
          : row.name[lang],
    }));
}

/** Whom a priority would let the truck pass, before anybody decides it. */
function Passes({ trip }: { trip: string }) {
  const t = useTexts(texts);
  const preview = useQuery(orpc.gate.previewPriority.queryOptions({ input: { trip } }));
  if (!preview.data) return null;
  const { from, to, passes } = preview.data;
  return (
    <div aria-live="polite">
      <p>
        <b className="num">{t("moves", { from, to })}</b>{" "}
        {passes.length === 0 ? t("passesNone") : t("passes", { n: passes.length })}
      </p>
      <ol className="preview">
        {passes.slice(0, 20).map((one) => (
          <li key={one.trip}>
            <span className="num muted">
              {one.from} → {one.to}
            </span>
            <span className="plate num">{plateText(one.plate)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
