import { goodsWords } from "@moc/contract/gate/messages/filing-words.ts";
import { noticeCauseWords, noticeContactWords, noticeKindWords } from "@moc/contract/gate/messages/notice.ts";
import { type NoticeKind, noticeCauses, noticeContacts } from "@moc/contract/gate/notice.ts";
import { goodsClasses } from "@moc/contract/values/traffic.ts";
import type { ChangeEvent } from "react";
import { useZoneRegistry } from "../../../shell/names.ts";
import { SelectField, TextField } from "../../../ui/field.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { causeOf, contactOf, type NoticeDraft } from "./notice-draft.ts";
import { noticeTexts } from "./notice-texts.ts";

const kinds = ["closure", "hours", "intake", "goods"] as const satisfies readonly NoticeKind[];

type Props = {
  draft: NoticeDraft;
  onChange: (draft: NoticeDraft) => void;
  errorAt: (path: string) => string | undefined;
};

const setter =
  ({ draft, onChange }: Props) =>
  (field: keyof NoticeDraft) =>
  (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
    onChange({ ...draft, [field]: event.target.value });

/** The fields of a notice: on which route it says what, why, and how it was told. */
export function NoticeFields(props: Props) {
  const t = useTexts(noticeTexts);
  const { lang } = useLanguage();
  const { data } = useZoneRegistry();
  const { draft, onChange, errorAt } = props;
  const set = setter(props);
  const routes = (data?.route ?? []).filter((row) => row.cargo === "active");
  return (
    <div className="order-fields">
      <SelectField
        label={t("route")}
        none={t("choose")}
        options={routes.map((row) => ({ value: row.key, label: row.name[lang] }))}
        value={draft.route}
        error={errorAt("notice.routes")}
        onChange={set("route")}
        required
      />
      <SelectField
        label={t("kind")}
        options={kinds.map((kind) => ({ value: kind, label: noticeKindWords[kind][lang] }))}
        value={draft.kind}
        onChange={({ target }) =>
          onChange({ ...draft, kind: kinds.find((kind) => kind === target.value) ?? "closure" })
        }
      />
      <SaysFields {...props} />
      <SelectField
        label={t("cause")}
        options={noticeCauses.map((one) => ({ value: one, label: noticeCauseWords[one][lang] }))}
        value={draft.cause}
        onChange={({ target }) => onChange({ ...draft, cause: causeOf(target.value) })}
      />
      <TextField
        label={t("words")}
        hint={t("wordsHint")}
        value={draft.words}
        onChange={set("words")}
        maxLength={300}
      />
      <TextField
        label={t("toldBy")}
        value={draft.toldBy}
        error={errorAt("notice.toldBy")}
        onChange={set("toldBy")}
        required
        maxLength={100}
      />
      <SelectField
        label={t("contact")}
        options={noticeContacts.map((one) => ({ value: one, label: noticeContactWords[one][lang] }))}
        value={draft.contact}
        onChange={({ target }) => onChange({ ...draft, contact: contactOf(target.value) })}
      />
      <TextField
        label={t("toldAt")}
        type="datetime-local"
        value={draft.toldAt}
        error={errorAt("notice.toldAt")}
        onChange={set("toldAt")}
        required
      />
    </div>
  );
}

/** What each kind of notice asks. */
function SaysFields(props: Props) {
  const t = useTexts(noticeTexts);
  const { lang } = useLanguage();
  const { draft, errorAt } = props;
  const set = setter(props);
  if (draft.kind === "hours" || draft.kind === "intake") {
    return (
      <>
        <TextField label={t("day")} type="date" value={draft.day} onChange={set("day")} required />
        {draft.kind === "intake" ? (
          <TextField
            label={t("vehicles")}
            inputMode="numeric"
            value={draft.vehicles}
            onChange={set("vehicles")}
            required
          />
        ) : (
          <>
            <TextField label={t("opens")} type="time" value={draft.opens} onChange={set("opens")} required />
            <TextField
              label={t("closes")}
              type="time"
              value={draft.closes}
              error={errorAt("notice.says.closes")}
              onChange={set("closes")}
              required
            />
          </>
        )}
      </>
    );
  }
  return (
    <>
      {draft.kind === "goods" && (
        <SelectField
          label={t("goods")}
          none={t("choose")}
          options={goodsClasses.map((one) => ({ value: one, label: goodsWords[one][lang] }))}
          value={draft.goods}
          onChange={set("goods")}
          required
        />
      )}
      <TextField label={t("from")} type="datetime-local" value={draft.from} onChange={set("from")} required />
      <TextField
        label={t("to")}
        hint={t("toHint")}
        type="datetime-local"
        value={draft.to}
        error={errorAt("notice.says.to")}
        onChange={set("to")}
      />
    </>
  );
}
