import { goodsWords } from "@moc/contract/gate/messages/filing-words.ts";
import { steeringWords } from "@moc/contract/gate/messages/steering.ts";
import { type OrderKind, orderKinds } from "@moc/contract/gate/steering.ts";
import { goodsClasses } from "@moc/contract/values/traffic.ts";
import type { ChangeEvent } from "react";
import { useZoneRegistry } from "../../../shell/names.ts";
import { type Option, SelectField, TextField } from "../../../ui/field.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import type { OrderDraft } from "./order-draft.ts";
import { steeringTexts } from "./steering-texts.ts";

type Props = {
  draft: OrderDraft;
  competent: readonly OrderKind[];
  onChange: (draft: OrderDraft) => void;
  errorAt: (path: string) => string | undefined;
};

/** The fields of an order but its public text: whom, what, when, on which ground. */
export function OrderFields(props: Props) {
  const t = useTexts(steeringTexts);
  const { lang } = useLanguage();
  const { draft, errorAt } = props;
  const set = (field: keyof OrderDraft) => (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
    props.onChange({ ...draft, [field]: event.target.value });
  const kinds = props.competent.map((kind) => ({ value: kind, label: steeringWords[lang].kinds[kind] }));
  const directions = (["export", "import"] as const).map((one) => ({ value: one, label: t(one) }));
  return (
    <div className="order-fields">
      <SelectField
        label={t("kind")}
        hint={t("kindHint")}
        options={kinds}
        value={draft.kind}
        error={errorAt("order.action")}
        onChange={({ target }) =>
          props.onChange({
            ...draft,
            kind: orderKinds.find((kind) => kind === target.value) ?? draft.kind,
            direction: target.value === "hold_in_park" ? "export" : draft.direction,
          })
        }
      />
      <ScopeFields {...props} />
      <SelectField
        label={t("direction")}
        {...(draft.kind !== "hold_in_park" && { none: t("both") })}
        options={draft.kind === "hold_in_park" ? directions.slice(0, 1) : directions}
        value={draft.direction}
        error={errorAt("order.direction")}
        onChange={set("direction")}
      />
      <SelectField
        label={t("goods")}
        none={t("allGoods")}
        options={goodsClasses.map((one) => ({ value: one, label: goodsWords[one][lang] }))}
        value={draft.goods}
        onChange={set("goods")}
      />
      <TextField
        label={t("origins")}
        hint={t("originsHint")}
        value={draft.origins}
        onChange={set("origins")}
      />
      <TimeFields {...props} />
      <TextField
        label={t("document")}
        hint={t("documentHint")}
        value={draft.document}
        error={errorAt("order.document")}
        onChange={set("document")}
        required
        maxLength={200}
      />
    </div>
  );
}

/** From when to when, by the clock of this side. */
function TimeFields({ draft, onChange, errorAt }: Props) {
  const t = useTexts(steeringTexts);
  const set = (field: "from" | "to") => (event: ChangeEvent<HTMLInputElement>) =>
    onChange({ ...draft, [field]: event.target.value });
  return (
    <>
      <TextField
        label={t("from")}
        hint={t("fromHint")}
        type="datetime-local"
        value={draft.from}
        error={errorAt("order.from")}
        onChange={set("from")}
      />
      <TextField
        label={t("to")}
        hint={t("toHint")}
        type="datetime-local"
        value={draft.to}
        error={errorAt("order.to")}
        onChange={set("to")}
      />
    </>
  );
}

/** Where the order holds, and what its kind asks beside. */
function ScopeFields({ draft, onChange, errorAt }: Props) {
  const t = useTexts(steeringTexts);
  const { lang } = useLanguage();
  const { data } = useZoneRegistry();
  const routes = (data?.route ?? []).filter((row) => row.cargo === "active");
  const named = routes.map((row): Option => ({ value: row.key, label: row.name[lang] }));
  const gates = (data?.gate ?? []).filter((gate) => routes.some((row) => row.gate === gate.key));
  const scopes = [
    ...named.map(({ value, label }) => ({ value: `route:${value}`, label })),
    ...gates.map((gate) => ({
      value: `gate:${gate.key}`,
      label: t("wholeGate", { name: gate.shortName[lang] }),
    })),
  ];
  const set = (field: keyof OrderDraft) => (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
    onChange({ ...draft, [field]: event.target.value });
  return (
    <>
      <SelectField
        label={t("scope")}
        none={t("choose")}
        options={scopes}
        value={draft.scope}
        error={errorAt("order.routes")}
        onChange={set("scope")}
        required
      />
      {draft.kind === "hold_in_park" && (
        <SelectField
          label={t("park")}
          none={t("choose")}
          options={(data?.park ?? []).map((row) => ({ value: row.key, label: row.name[lang] }))}
          value={draft.park}
          onChange={set("park")}
          required
        />
      )}
      {draft.kind === "divert" && (
        <SelectField
          label={t("toRoute")}
          none={t("choose")}
          options={named}
          value={draft.toRoute}
          onChange={set("toRoute")}
          required
        />
      )}
      {draft.kind === "max_per_hour" && (
        <TextField
          label={t("count")}
          inputMode="numeric"
          value={draft.count}
          onChange={set("count")}
          required
        />
      )}
    </>
  );
}
