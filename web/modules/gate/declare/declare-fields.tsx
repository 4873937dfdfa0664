import { type AmendField, Regime, type TripKind, tripKinds } from "@moc/contract/gate/declaration.ts";
import { goodsClasses } from "@moc/contract/gate/goods.ts";
import {
  goodsWords,
  kindWords,
  payloadWords,
  regimeWords,
} from "@moc/contract/gate/messages/filing-words.ts";
import { goodsFit, kindTraits } from "@moc/contract/gate/trip-kind.ts";
import { PayloadClass } from "@moc/contract/gate/vehicle.ts";
import type { ReactNode } from "react";
import { useZoneRegistry } from "../../../shell/names.ts";
import { Button } from "../../../ui/button.tsx";
import { beginAt, CheckField, SelectField, TextField } from "../../../ui/field.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { said } from "../../../ui/text.ts";
import { ContainerFields } from "./container-fields.tsx";
import { fieldTexts } from "./declare-texts.ts";
import { type Draft, type DraftGoods, emptyGoods, type Faults, type Step, withKind } from "./draft.ts";

export type FormProps = { draft: Draft; change: (part: Partial<Draft>) => void; faults: Faults };

/** The fields of each task, in the order of the paper forms. */
export const stepFields: Readonly<Record<Step, (props: FormProps) => ReactNode>> = {
  route: RouteFields,
  vehicle: VehicleFields,
  driver: DriverFields,
  goods: GoodsFields,
  papers: PaperFields,
};

/** The same fields where only a part of a task may be stated anew. */
export const amendFieldsOf: Readonly<Record<AmendField, (props: FormProps) => ReactNode>> = {
  route: RouteWanted,
  vehicle: VehicleFields,
  driver: PersonFields,
  goods: GoodsFields,
  customsNumbers: CustomsNumbers,
};

type TextKey = { [K in keyof Required<Draft>]: Draft[K] extends string ? K : never }[keyof Required<Draft>];

/** Ties a text of the draft to a field and to the fault at its path. */
const bind = ({ draft, change, faults }: FormProps, key: TextKey, path: string) => ({
  name: key,
  value: draft[key],
  error: faults.get(path),
  onChange: (event: { target: { value: string } }) => change({ [key]: event.target.value }),
});

function RouteFields(props: FormProps) {
  const t = useTexts(fieldTexts);
  const { lang } = useLanguage();
  return (
    <>
      <SelectField
        label={t("kind")}
        {...bind(props, "kind", "kind")}
        onChange={({ target }) => {
          const kind = tripKinds.find((one) => one === target.value);
          if (kind !== undefined) props.change(withKind(props.draft, kind));
        }}
        options={tripKinds.map((value) => ({ value, label: said(kindWords[value], lang) }))}
      />
      <SelectField
        label={t("regime")}
        {...bind(props, "regime", "regime")}
        options={Regime.options.map((value) => ({ value, label: regimeWords[value][lang] }))}
      />
      <RouteWanted {...props} />
      {!kindTraits[props.draft.kind].isGoods && (
        <CheckField
          label={t("twoWay")}
          hint={t("twoWayHint")}
          checked={props.draft.twoWay === true}
          onChange={(event) => props.change({ twoWay: event.target.checked })}
        />
      )}
    </>
  );
}

function RouteWanted(props: FormProps) {
  const t = useTexts(fieldTexts);
  const { lang } = useLanguage();
  const { data } = useZoneRegistry();
  const routes = (data?.route ?? []).filter((route) => route.admits.includes(props.draft.kind));
  return (
    <SelectField
      label={t("routeWanted")}
      none={t("choose")}
      {...bind(props, "route", "route")}
      options={routes.map((route) => ({ value: route.key, label: route.name[lang] }))}
    />
  );
}

function VehicleFields(props: FormProps) {
  const t = useTexts(fieldTexts);
  const { lang } = useLanguage();
  const { country, isGoods } = kindTraits[props.draft.kind];
  const plateHint = t(isGoods ? "plateHintNew" : country === "VN" ? "plateHintVn" : "plateHintCn");
  return (
    <>
      <TextField label={t("plate")} hint={plateHint} {...bind(props, "plate", "vehicle.plate.number")} />
      <SelectField
        label={t("payload")}
        none={t("choose")}
        {...bind(props, "payloadClass", "vehicle.payloadClass")}
        options={PayloadClass.options.map((value) => ({ value, label: payloadWords[value][lang] }))}
      />
      {!isGoods && (
        <>
          <TextField label={t("trailer")} {...bind(props, "trailer", "vehicle.trailer.number")} />
          <ContainerFields {...props} />
        </>
      )}
      <TextField
        label={t("vin")}
        hint={t(isGoods ? "vinHintNew" : "vinHint")}
        {...bind(props, "vin", "vehicle.vin")}
      />
    </>
  );
}

function DriverFields(props: FormProps) {
  const t = useTexts(fieldTexts);
  return (
    <>
      <PersonFields {...props} />
      <TextField label={t("owner")} {...bind(props, "owner", "owner")} />
    </>
  );
}

function PersonFields(props: FormProps) {
  const t = useTexts(fieldTexts);
  return (
    <>
      <p className="hint">{t("personal")}</p>
      <TextField label={t("driverName")} {...bind(props, "driverName", "driver.name")} />
      <TextField label={t("driverPaper")} {...bind(props, "driverPaper", "driver.paper")} />
      <TextField
        label={t("driverPhone")}
        hint={t("driverPhoneHint")}
        inputMode="tel"
        {...bind(props, "driverPhone", "driver.phone")}
      />
    </>
  );
}

function GoodsFields(props: FormProps) {
  const t = useTexts(fieldTexts);
  const { draft, change } = props;
  const { isGoods } = kindTraits[draft.kind];
  const set = (at: number, part: Partial<DraftGoods>) =>
    change({ goods: draft.goods.map((line, index) => (index === at ? { ...line, ...part } : line)) });
  return (
    <>
      {isGoods ? (
        <p className="hint">{t("vehicleIsGoods")}</p>
      ) : (
        <CheckField
          label={t("goodsUnknown")}
          hint={t("goodsUnknownHint")}
          checked={draft.goodsUnknown}
          onChange={(event) => change({ goodsUnknown: event.target.checked })}
        />
      )}
      {!draft.goodsUnknown &&
        draft.goods.map((line, at) => (
          // Lines have no identity but their place until they are filed.
          <fieldset className="line" key={`line-${at + 1}`}>
            <legend>{t("goodsLine", { n: at + 1 })}</legend>
            <GoodsLineFields
              kind={draft.kind}
              line={line}
              at={at}
              faults={props.faults}
              onSet={(part) => set(at, part)}
            />
            {draft.goods.length > 1 && (
              <Button
                look="quiet"
                icon="x"
                onClick={() => change({ goods: draft.goods.filter((_, index) => index !== at) })}
              >
                {t("removeGoods")}
              </Button>
            )}
          </fieldset>
        ))}
      {!draft.goodsUnknown && !isGoods && (
        <Button
          icon="plus"
          onClick={() => {
            change({ goods: [...draft.goods, emptyGoods] });
            beginAt(`goods.${draft.goods.length}.name`);
          }}
        >
          {t("addGoods")}
        </Button>
      )}
      <TextField
        label={t("origin")}
        hint={t("originHint")}
        value={draft.origin ?? ""}
        error={props.faults.get("origin")}
        onChange={(event) => change({ origin: event.target.value })}
      />
    </>
  );
}

function GoodsLineFields(props: {
  kind: TripKind;
  line: DraftGoods;
  at: number;
  faults: Faults;
  onSet: (part: Partial<DraftGoods>) => void;
}) {
  const t = useTexts(fieldTexts);
  const { lang } = useLanguage();
  const { line, at, faults, onSet } = props;
  const tie = (key: keyof DraftGoods) => ({
    name: `goods.${at}.${key}`,
    value: line[key],
    error: faults.get(`goods.${at}.${key}`),
    onChange: (event: { target: { value: string } }) => onSet({ [key]: event.target.value }),
  });
  return (
    <>
      <TextField label={t("goodsName")} {...tie("name")} />
      <SelectField
        label={t("goodsClass")}
        none={t("choose")}
        {...tie("class")}
        options={goodsClasses
          .filter((value) => goodsFit(props.kind, value))
          .map((value) => ({ value, label: goodsWords[value][lang] }))}
      />
      <TextField label={t("weight")} inputMode="numeric" {...tie("weightKg")} />
      <TextField label={t("packages")} inputMode="numeric" {...tie("packages")} />
      <TextField label={t("hs")} hint={t("hsHint")} inputMode="numeric" {...tie("hs")} />
    </>
  );
}

function PaperFields(props: FormProps) {
  const t = useTexts(fieldTexts);
  return (
    <>
      <CustomsNumbers {...props} />
      <SelectField
        label={t("quarantineService")}
        none={t("none")}
        {...bind(props, "quarantineService", "quarantine.0.service")}
        options={(["health", "plant", "animal"] as const).map((value) => ({ value, label: t(value) }))}
      />
      <TextField label={t("quarantineNumber")} {...bind(props, "quarantineNumber", "quarantine.0.number")} />
      <TextField label={t("note")} {...bind(props, "note", "note")} />
    </>
  );
}

function CustomsNumbers(props: FormProps) {
  const t = useTexts(fieldTexts);
  return (
    <TextField
      label={t("customsNumbers")}
      hint={t("customsHint")}
      {...bind(props, "customsNumbers", "customsNumbers.0")}
    />
  );
}
