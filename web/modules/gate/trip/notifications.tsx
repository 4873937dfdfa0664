import { tellCauseWords, tellReasonWords, tellStateWords } from "@moc/contract/gate/messages/notification.ts";
import type { Notification, TellChoice } from "@moc/contract/gate/notification.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client, orpc } from "../../../shell/api.ts";
import { CommandForm } from "../../../shell/command-form.tsx";
import { Button } from "../../../ui/button.tsx";
import { CheckField, SelectField, TextField } from "../../../ui/field.tsx";
import { dayClock } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { langs, type Texts } from "../../../ui/text.ts";
import "./notifications.css";

const texts = {
  title: { vi: "Tin nhắn", en: "Messages", zh: "消息" },
  none: { vi: "Chưa có gì phải nhắn.", en: "There was nothing to tell yet.", zh: "尚无需通知事项。" },
  driver: { vi: "lái xe, điện thoại", en: "driver, by phone", zh: "司机，电话" },
  firm: { vi: "doanh nghiệp, thư điện tử", en: "firm, by e-mail", zh: "企业，电子邮件" },
  simulated: { vi: "mô phỏng", en: "simulated", zh: "模拟" },
  choose: { vi: "Nhận tin cho tôi", en: "Tell me", zh: "通知我" },
  consent: {
    vi: "Gửi thư điện tử cho tôi về mọi xe của đơn vị",
    en: "Write me an e-mail about every truck of my firm",
    zh: "就本单位所有车辆给我发送电子邮件",
  },
  language: { vi: "Ngôn ngữ", en: "Language", zh: "语言" },
  quietFrom: { vi: "Giờ yên lặng, từ", en: "Quiet hours, from", zh: "免打扰，从" },
  quietTo: { vi: "đến", en: "to", zh: "至" },
  quietHint: { vi: "để trống: không có", en: "empty: none", zh: "留空：无" },
  save: { vi: "Ghi", en: "Save", zh: "保存" },
  done: { vi: "Đã ghi.", en: "Saved.", zh: "已保存。" },
} as const satisfies Texts;

/** What was told of the trip, to whom, and what became of it. */
export function Notifications({ trip }: { trip: string }) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const told = useQuery({
    ...orpc.gate.readNotifications.queryOptions({ input: { trip } }),
    refetchInterval: 30_000,
  });
  if (!told.data) return null;
  const { rows, choice, mayChoose } = told.data;
  return (
    <Panel
      title={t("title")}
      note={rows.length || undefined}
      end={mayChoose && <Button onClick={() => setOpen(true)}>{t("choose")}</Button>}
    >
      {rows.length === 0 && <p className="muted told-none">{t("none")}</p>}
      <ul className="told">
        {rows.map((row) => (
          <Told key={row.id} row={row} />
        ))}
      </ul>
      {open && <Choose choice={choice} onClose={() => setOpen(false)} />}
    </Panel>
  );
}

function Told({ row }: { row: Notification }) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const at = row.deliveredAt ?? row.sentAt;
  const became = [tellStateWords[row.state][lang], at && dayClock(at)].filter(Boolean).join(" ");
  return (
    <li>
      <p>
        <span className="num">{dayClock(row.at)}</span> <b>{tellCauseWords[row.cause][lang]}</b>
        {marks[lang].comma}
        {t(row.to)} {row.simulated && <span className="illus">{t("simulated")}</span>}
      </p>
      <p className="muted small">
        {[became, row.reason && tellReasonWords[row.reason][lang]].filter(Boolean).join(marks[lang].colon)}
      </p>
      <p className="small">{row.text}</p>
    </li>
  );
}

const own = { vi: "Tiếng Việt", en: "English", zh: "中文" } as const;

function Choose({ choice, onClose }: { choice: TellChoice | null; onClose: () => void }) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const [consent, setConsent] = useState(choice?.consent ?? false);
  const [language, setLanguage] = useState(choice?.language ?? lang);
  const [from, setFrom] = useState(choice?.quiet?.from ?? "");
  const [to, setTo] = useState(choice?.quiet?.to ?? "");
  const quiet = from === "" || to === "" ? null : { from, to };
  const send = (command: string) =>
    client.gate.chooseNotifications({ command, choice: { consent, language, quiet } });
  return (
    <CommandForm
      title={t("choose")}
      onClose={onClose}
      send={send}
      act={t("save")}
      told={() => t("done")}
      touches={orpc.gate.readNotifications.key()}
    >
      {(errorAt) => (
        <>
          <CheckField
            label={t("consent")}
            checked={consent}
            onChange={({ target }) => setConsent(target.checked)}
          />
          <SelectField
            label={t("language")}
            options={langs.map((one) => ({ value: one, label: own[one] }))}
            value={language}
            onChange={({ target }) => setLanguage(langs.find((one) => one === target.value) ?? lang)}
          />
          <TextField
            label={t("quietFrom")}
            hint={t("quietHint")}
            type="time"
            value={from}
            error={errorAt("choice.quiet.from")}
            onChange={({ target }) => setFrom(target.value)}
          />
          <TextField
            label={t("quietTo")}
            type="time"
            value={to}
            error={errorAt("choice.quiet.to")}
            onChange={({ target }) => setTo(target.value)}
          />
        </>
      )}
    </CommandForm>
  );
}
