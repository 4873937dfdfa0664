import type { OrderKind, PublicText } from "@moc/contract/gate/steering.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client, orpc } from "../../../shell/api.ts";
import { CommandForm } from "../../../shell/command-form.tsx";
import { useZoneRegistry } from "../../../shell/names.ts";
import { TextField } from "../../../ui/field.tsx";
import { useTexts } from "../../../ui/language.tsx";
import type { Lang } from "../../../ui/text.ts";
import { draftedOrder, draftedText, type OrderDraft } from "./order-draft.ts";
import { OrderEffects } from "./order-effects.tsx";
import { OrderFields } from "./order-fields.tsx";
import { steeringTexts } from "./steering-texts.ts";

const written = [
  ["vi", "textVi"],
  ["en", "textEn"],
  ["zh", "textZh"],
] as const satisfies readonly (readonly [Lang, keyof typeof steeringTexts])[];

/** Asks for an order and shows beforehand whom it touches and what would bind. */
export function GiveOrderDialog(props: {
  competent: readonly OrderKind[];
  start: OrderDraft;
  onClose: () => void;
}) {
  const t = useTexts(steeringTexts);
  const [draft, setDraft] = useState(props.start);
  const [texts, setTexts] = useState<Partial<PublicText>>({});
  const nameOf = useLocalNames();
  const order = draftedOrder(draft);
  const preview = useQuery({
    ...orpc.gate.previewOrder.queryOptions({ input: order ?? emptyOrder }),
    enabled: order !== undefined,
    placeholderData: keepPreviousData,
  });
  const textOf = (lang: Lang) => texts[lang] ?? draftedText(draft, lang, nameOf);
  const send = (command: string) =>
    client.gate.giveOrder({
      command,
      order: {
        ...(order ?? emptyOrder),
        document: draft.document,
        text: { vi: textOf("vi"), en: textOf("en"), zh: textOf("zh") },
      },
    });
  return (
    <CommandForm
      title={t("give")}
      act={t("give")}
      wide
      send={send}
      told={({ order: { number, year } }) => t("given", { n: `${number}/${year}` })}
      onClose={props.onClose}
    >
      {(errorAt) => (
        <>
          <OrderFields draft={draft} competent={props.competent} onChange={setDraft} errorAt={errorAt} />
          {order !== undefined && preview.data && <OrderEffects effects={preview.data.effects} />}
          <TextFields textOf={textOf} errorAt={errorAt} onText={(text) => setTexts({ ...texts, ...text })} />
        </>
      )}
    </CommandForm>
  );
}

/** The public text in the three languages. */
function TextFields(props: {
  textOf: (lang: Lang) => string;
  errorAt: (path: string) => string | undefined;
  onText: (text: Partial<PublicText>) => void;
}) {
  const t = useTexts(steeringTexts);
  return written.map(([lang, label]) => (
    <TextField
      key={lang}
      label={t(label)}
      lang={lang}
      value={props.textOf(lang)}
      error={props.errorAt(`order.text.${lang}`)}
      onChange={(event) => props.onText({ [lang]: event.target.value })}
      required
      maxLength={300}
    />
  ));
}

/** Never sent: the fields of the form are required before it is. */
const emptyOrder = {
  gate: null,
  routes: [],
  direction: null,
  goods: null,
  origins: null,
  action: { kind: "stop_intake" as const },
  from: null,
  to: null,
};

/** Names of places in any of the three languages: the public text is written in all of them. */
function useLocalNames(): (key: string, lang: Lang) => string {
  const { data } = useZoneRegistry();
  const rows = [...(data?.route ?? []), ...(data?.park ?? []), ...(data?.gate ?? [])];
  return (key, lang) => rows.find((row) => row.key === key)?.shortName[lang] ?? key;
}
