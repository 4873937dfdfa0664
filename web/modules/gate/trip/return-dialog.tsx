import { type GoodsClass, goodsClasses } from "@moc/contract/gate/goods.ts";
import { goodsWords } from "@moc/contract/gate/messages/filing-words.ts";
import type { TripView } from "@moc/contract/gate/trip.ts";
import { goodsFit, homewardKind, kindTraits } from "@moc/contract/gate/trip-kind.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { useState } from "react";
import { DialogForm } from "../../../ui/dialog-form.tsx";
import { SelectField, TextField } from "../../../ui/field.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import type { Texts } from "../../../ui/text.ts";
import { fieldTexts } from "../declare/declare-texts.ts";
import { plateText } from "../speak.ts";
import { commandWords } from "../words.ts";
import type { TripCall } from "./trip-command.ts";

const texts = {
  import: {
    vi: "Chuyến về có hàng là chặng nhập của cùng lượt xe: các lực lượng kiểm tra lại theo hàng này.",
    en: "A loaded return is an import leg of the same trip: the forces check it anew by these goods.",
    zh: "载货返回是同一车次的进口段：各查验单位按此货物重新查验。",
  },
  export: {
    vi: "Hàng chở về là chặng xuất của cùng lượt xe: xe vào bãi nhận hàng, các lực lượng kiểm tra lại theo hàng này. Giờ phải về nước vẫn tính từ lúc vào.",
    en: "Goods taken home are an export leg of the same trip: the truck is loaded in the yard and checked anew by these goods. The time by which it must be home still runs from its entry.",
    zh: "带回的货物是同一车次的出口段：车辆在货场装货，各查验单位按此货物重新查验。返回时限仍自入境起算。",
  },
} as const satisfies Texts;

/** Asks what a truck takes home: one kind of goods, as the truck carries it. */
export function ReturnDialog(props: {
  trip: TripView;
  onClose: () => void;
  onSend: (call: TripCall) => void;
  failed: string | undefined;
}) {
  const t = useTexts(texts);
  const f = useTexts(fieldTexts);
  const { lang } = useLanguage();
  const known = props.trip.back?.goods[0];
  const [name, setName] = useState(known?.name ?? "");
  const [group, setGroup] = useState<GoodsClass | "">(known?.class ?? "");
  const [weight, setWeight] = useState(known?.weightKg?.toString() ?? "");
  const [customs, setCustoms] = useState(props.trip.back?.customsNumbers.join(", ") ?? "");
  const kind = homewardKind(props.trip.kind);
  const word = commandWords.declare_return[lang];
  const submit = () => {
    if (group === "") return;
    const kg = Number(weight.replaceAll(/[\s.,]/g, ""));
    const line = { name, class: group, ...(kg > 0 && { weightKg: kg }) };
    const customsNumbers = customs.split(/[\s,;]+/).filter(Boolean);
    props.onSend({ command: "declare_return", goods: [line], customsNumbers });
  };
  return (
    <DialogForm
      title={`${word}${marks[lang].colon}${plateText(props.trip.plate)}`}
      act={word}
      failed={props.failed}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <p className="hint">{t(kindTraits[kind].direction)}</p>
      <TextField
        label={f("goodsName")}
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <ClassField kind={kind} value={group} onPick={setGroup} />
      <TextField
        label={f("weight")}
        inputMode="numeric"
        value={weight}
        onChange={(event) => setWeight(event.target.value)}
      />
      <TextField
        label={f("customsNumbers")}
        hint={f("customsHint")}
        value={customs}
        onChange={(event) => setCustoms(event.target.value)}
      />
    </DialogForm>
  );
}

function ClassField(props: {
  kind: TripView["kind"];
  value: GoodsClass | "";
  onPick: (value: GoodsClass | "") => void;
}) {
  const f = useTexts(fieldTexts);
  const { lang } = useLanguage();
  return (
    <SelectField
      label={f("goodsClass")}
      none={f("choose")}
      required
      value={props.value}
      onChange={(event) => props.onPick(goodsClasses.find((one) => one === event.target.value) ?? "")}
      options={goodsClasses
        .filter((value) => goodsFit(props.kind, value))
        .map((value) => ({ value, label: goodsWords[value][lang] }))}
    />
  );
}
