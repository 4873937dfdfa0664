import { goodsWords } from "@moc/contract/gate/messages/filing-words.ts";
import { noticeCauseWords, noticeContactWords, spokenNotice } from "@moc/contract/gate/messages/notice.ts";
import type { NoticeView } from "@moc/contract/gate/notice.ts";
import { bracketed, listed, marks } from "@moc/contract/values/sentence.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { orpc } from "../../../shell/api.ts";
import { useNames } from "../../../shell/names.ts";
import { Read } from "../../../shell/read.tsx";
import { Button } from "../../../ui/button.tsx";
import { dayClock, type Instant } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { standingWords } from "../../../ui/text.ts";
import { mayOf, refusalTo } from "../speak.ts";
import { noticeTexts } from "./notice-texts.ts";
import { RecordNoticeDialog } from "./record-notice-dialog.tsx";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

type Doing = { what: "record" } | { what: "correct" | "withdraw"; notice: NoticeView };

/** What the other side announced, and the recording, correcting and withdrawing of it. `now`: zone time. */
export function NoticePanel({ now }: { now: Instant }) {
  const t = useTexts(noticeTexts);
  const { lang } = useLanguage();
  const [doing, setDoing] = useState<Doing>();
  const read = useQuery({
    ...orpc.gate.readNotices.queryOptions({ input: {} }),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
  const close = () => setDoing(undefined);
  return (
    <Read of={read}>
      {({ notices, may }) => (
        <Panel
          title={t("title")}
          end={
            <Button
              refusal={refusalTo(may, "record_notice", lang)}
              onClick={() => setDoing({ what: "record" })}
            >
              {t("record")}
            </Button>
          }
        >
          {notices.length === 0 ? (
            <p className="pad muted">{t("none")}</p>
          ) : (
            <ul className="orders">
              {notices.slice(0, 20).map((notice) => (
                <NoticeLine
                  key={notice.id}
                  notice={notice}
                  onDo={mayOf(may, "record_notice")?.allowed === true ? setDoing : undefined}
                />
              ))}
            </ul>
          )}
          {doing?.what === "withdraw" && <WithdrawDialog notice={doing.notice} onClose={close} />}
          {doing !== undefined && doing.what !== "withdraw" && (
            <RecordNoticeDialog
              corrects={doing.what === "correct" ? doing.notice : undefined}
              now={now}
              onClose={close}
            />
          )}
        </Panel>
      )}
    </Read>
  );
}

const stateTexts = {
  stands: { text: "stands", tone: "warn", glyph: "tri" },
  past: { text: "past", tone: "idle", glyph: "na" },
  corrected: { text: "corrected", tone: "idle", glyph: "na" },
  withdrawn: { text: "withdrawnState", tone: "idle", glyph: "na" },
} as const;

function NoticeLine({ notice, onDo }: { notice: NoticeView; onDo: ((doing: Doing) => void) | undefined }) {
  const t = useTexts(noticeTexts);
  const { lang } = useLanguage();
  const names = useNames();
  const state = stateTexts[notice.state];
  const told = {
    by: notice.toldBy,
    contact: noticeContactWords[notice.contact][lang],
    at: dayClock(notice.toldAt),
  };
  return (
    <li>
      <div className="order-head">
        <b>{listed(lang, notice.routes.map(names))}</b>
        <Tag tone={state.tone} glyph={state.glyph}>
          {t(state.text)}
        </Tag>
        {notice.state === "stands" && onDo && (
          <>
            <Button small onClick={() => onDo({ what: "correct", notice })}>
              {t("correct")}
            </Button>
            <Button small onClick={() => onDo({ what: "withdraw", notice })}>
              {t("withdraw")}
            </Button>
          </>
        )}
      </div>
      <p>
        {spokenNotice(lang, notice.says, {
          clock: dayClock,
          goodsName: (key) => goodsWords[key][lang],
          sides: standingWords(lang),
        })}
        {bracketed(lang, noticeCauseWords[notice.cause][lang])}
        {marks[lang].stop}
      </p>
      <p className="muted small">
        {[t("told", told), notice.words, notice.withdrawReason].filter(Boolean).join(" · ")}
      </p>
    </li>
  );
}
