import type { CheckDecision, CheckKind, CheckView } from "@moc/contract/gate/check.ts";
import { checkStateWords } from "@moc/contract/gate/messages/check-words.ts";
import type { TripView } from "@moc/contract/gate/trip.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { useState } from "react";
import { useAsOf } from "../../../shell/as-of.ts";
import { useZoneClock } from "../../../shell/zone.tsx";
import { Button } from "../../../ui/button.tsx";
import { DialogForm } from "../../../ui/dialog-form.tsx";
import { TextField } from "../../../ui/field.tsx";
import { clockFrom } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { Tag } from "../../../ui/tag.tsx";
import type { Texts } from "../../../ui/text.ts";
import { useCheckKinds, useCheckNames } from "../check-kinds.ts";
import { useDeskKeys } from "../decide/desk-keys.ts";
import { UnsentNote } from "../decide/unsent-note.tsx";
import { useDecide } from "../decide/use-decide.ts";
import { useSending } from "../decide/use-sending.ts";
import { checkLook } from "../queue/checks-cell.tsx";
import { mayOf, plateText } from "../speak.ts";
import { decisionWords } from "../words.ts";
import { channelWords } from "./story-words.ts";
import { tripTexts } from "./trip-texts.ts";

const texts = {
  pass: { vi: "Đạt", en: "Pass", zh: "通过" },
  hold: { vi: "Tạm giữ", en: "Hold", zh: "暂扣" },
  fail: { vi: "Không đạt", en: "Fail", zh: "不合格" },
  withdraw: { vi: "Rút kết quả", en: "Withdraw", zh: "撤回结果" },
  number: { vi: "số {n}", en: "no. {n}", zh: "编号{n}" },
  reason: { vi: "Lý do", en: "Reason", zh: "理由" },
  reasonHint: {
    vi: "Người khai và lái xe sẽ đọc được; không ghi dữ liệu cá nhân.",
    en: "The declarant and the driver will read it; no personal data.",
    zh: "申报人和司机可见；请勿填写个人数据。",
  },
} as const satisfies Texts;

/** The checks that apply, each with its result, and buttons for the force that the server lets decide it. */
export function TripChecks({ trip }: { trip: TripView }) {
  const t = useTexts(tripTexts);
  useSending();
  return (
    <Panel title={t("checks")} note={t("checksNote")}>
      {trip.checks.length === 0 && <p className="pad soft">{t("noChecks")}</p>}
      <ul className="ck2">
        {trip.checks.map((check) => (
          <CheckLine key={check.kind} trip={trip} check={check} />
        ))}
      </ul>
    </Panel>
  );
}

function CheckLine({ trip, check }: { trip: TripView; check: CheckView }) {
  const { lang } = useLanguage();
  const { asOf } = useAsOf();
  const t = useTexts(texts);
  const now = useZoneClock()?.now;
  const kind = useCheckKinds()(check.kind);
  const look = checkLook[check.state];
  const number = check.reference && t("number", { n: check.reference });
  const details = [check.officer, check.channel && channelWords[check.channel]?.[lang], check.reason, number];
  return (
    <li>
      <div>
        <b>{kind?.name[lang] ?? check.kind}</b>
        <p>{details.filter(Boolean).join(marks[lang].comma)}</p>
        {!asOf && <Decide trip={trip} kind={check.kind} />}
      </div>
      <Tag tone={look.tone} glyph={look.glyph}>
        {checkStateWords[check.state][lang]}
      </Tag>
      <span className="muted num">{check.decidedAt && clockFrom(now, check.decidedAt)}</span>
    </li>
  );
}

const ignore = () => undefined;
const isDecision = (value: string): value is CheckDecision => value in decisionWords;

/** The key of each decision at a desk, where digits are what a hand finds blind. */
const keyOf = { pass: "1", hold: "2", fail: "3", withdraw: "4" } as const satisfies Record<
  CheckDecision,
  string
>;

/**
 * The decisions that the server offers for this check; nothing when it is another force's. At a desk they are large, and
 * with `onScan` each has a key: what a scanner types meanwhile is given to it.
 */
export function Decide(props: {
  trip: TripView;
  kind: CheckKind;
  touch?: boolean;
  onScan?: ((text: string) => void) | undefined;
}) {
  const { trip, kind, touch = false, onScan } = props;
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const checkName = useCheckNames();
  const [asked, setAsked] = useState<CheckDecision>();
  const [reason, setReason] = useState("");
  const { decide, waiting, ended } = useDecide(trip, kind);
  const line = mayOf(trip.may, `decide_check:${kind}`);
  const offered = line?.allowed ? (line.params?.decisions ?? "pass,hold,fail") : "";
  const decisions = offered.split(",").filter(isDecision);
  const choose = (decision: CheckDecision) => (decision === "pass" ? decide(decision) : setAsked(decision));
  const acts = decisions.map((decision): [string, () => void] => [keyOf[decision], () => choose(decision)]);
  useDeskKeys(waiting ? {} : Object.fromEntries(acts), onScan ?? ignore, onScan !== undefined);
  if (waiting) return <UnsentNote one={waiting} />;
  const given = ended.map((one) => <UnsentNote key={one.command} one={one} />);
  if (decisions.length === 0) return given;
  return (
    <div className="decide">
      {given}
      {decisions.map((decision) => (
        <Button
          key={decision}
          small={!touch}
          className={touch ? "touch" : ""}
          look={decision === "pass" ? "primary" : "plain"}
          {...(onScan && { hotkey: keyOf[decision] })}
          onClick={() => choose(decision)}
        >
          {t(decision)}
        </Button>
      ))}
      {asked && (
        <DialogForm
          title={`${t(asked)}${marks[lang].colon}${checkName(kind)}${marks[lang].comma}${plateText(trip.plate)}`}
          act={t(asked)}
          onSubmit={() => {
            decide(asked, reason);
            setAsked(undefined);
          }}
          onClose={() => setAsked(undefined)}
        >
          <TextField
            label={t("reason")}
            hint={t("reasonHint")}
            required
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </DialogForm>
      )}
    </div>
  );
}
