import type { BulletinRecord, BulletinView } from "@moc/contract/gate/bulletin.ts";
import { bulletinPhrases } from "@moc/contract/gate/messages/bulletin.ts";
import { fillSentence } from "@moc/contract/values/sentence.ts";
import { bulletinText, civilText } from "@moc/engines/gate/bulletin-text.ts";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { client, commandId, orpc } from "../../../shell/api.ts";
import { useAsOf } from "../../../shell/as-of.ts";
import { useRefusalText } from "../../../shell/problem.tsx";
import { Read } from "../../../shell/read.tsx";
import { Button } from "../../../ui/button.tsx";
import { dayClock } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { Segments } from "../../../ui/segments.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { mayOf, refusalTo } from "../speak.ts";
import { ChangesTable, LinesTable, PlacesTable } from "./bulletin-tables.tsx";
import { bulletinTexts } from "./bulletin-texts.ts";
import { CorrectDialog } from "./correct-dialog.tsx";
import { DayCounts } from "./day-counts.tsx";
import "./bulletin.css";

/** The Board's daily report: of the day in the header, else of the last finished one. */
export function BulletinScreen() {
  const t = useTexts(bulletinTexts);
  const { asOf } = useAsOf();
  const latest = useQuery({
    ...orpc.gate.readLatestBulletin.queryOptions({ input: {} }),
    enabled: asOf === undefined,
  });
  const ofDay = useQuery({
    ...orpc.gate.readBulletin.queryOptions({ input: { day: asOf ?? "" } }),
    enabled: asOf !== undefined,
    placeholderData: keepPreviousData,
  });
  const read = asOf === undefined ? latest : ofDay;
  return (
    <div className="room bulletin">
      <h1 className="vh">{t("screen")}</h1>
      <Read of={read} rows={14} widths={[260, 90, 90]}>
        {({ bulletin }) => <Bulletin key={bulletin.day} view={bulletin} />}
      </Read>
    </div>
  );
}

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

function Bulletin({ view }: { view: BulletinView }) {
  const t = useTexts(bulletinTexts);
  const { lang } = useLanguage();
  const { setAsOf } = useAsOf();
  const [picked, setPicked] = useState<string>();
  const record = view.records.find(({ number }) => String(number) === picked) ?? null;
  const shown = picked === "now" ? null : (record ?? view.records.at(-1) ?? null);
  const content = shown ?? view.known;
  const phrases = bulletinPhrases[lang];
  const span = fillSentence(phrases.span, { from: dayClock(content.from), to: dayClock(content.cutOff) });
  const title = fillSentence(phrases.title, { day: civilText(view.day) });
  return (
    <>
      <div className="bulletin-bar noprint">
        <Button icon="left" onClick={() => setAsOf(shifted(view.day, -1))}>
          {t("before")}
        </Button>
        <Button icon="right" onClick={() => setAsOf(shifted(view.day, 1))}>
          {t("after")}
        </Button>
        {view.records.length > 0 && (
          <Segments
            label={t("knownAt")}
            value={shown === null ? "now" : String(shown.number)}
            options={[...view.records.map(optionOf(t)), { value: "now", label: t("now") }]}
            onPick={setPicked}
            small
          />
        )}
        <Actions view={view} text={bulletinText(content, shown, "vi", (at) => dayClock(at))} />
      </div>
      <Panel title={title} note={span}>
        <LinesTable content={content} />
        <Closing view={view} shown={shown} />
      </Panel>
      <Panel title={t("byPlace")}>
        <PlacesTable places={content.figures.places} />
      </Panel>
      <DayCounts day={view.day} knownAt={shown?.issuedAt} />
      {shown !== null && shown.changed.length > 0 && (
        <Panel title={t("changed")} note={shown.reason}>
          <ChangesTable changes={shown.changed} places={content.figures.places} />
        </Panel>
      )}
      {view.differs.length > 0 && (
        <Panel title={t("differs")} className="noprint">
          <ChangesTable changes={view.differs} places={view.known.figures.places} />
        </Panel>
      )}
    </>
  );
}

const optionOf = (t: ReturnType<typeof useTexts<typeof bulletinTexts>>) => (record: BulletinRecord) => {
  const at = dayClock(record.issuedAt);
  const label = record.number === 0 ? t("first", { at }) : t("correction", { n: record.number, at });
  return { value: String(record.number), label };
};

/** Who vouches for these figures, and since when the year is counted. */
function Closing({ view, shown }: { view: BulletinView; shown: BulletinRecord | null }) {
  const { lang } = useLanguage();
  const phrases = bulletinPhrases[lang];
  const { simulated, yearFrom, paper } = shown ?? view.known;
  const issued =
    shown &&
    fillSentence(phrases.issued, {
      at: dayClock(shown.issuedAt),
      position: String(shown.head.position),
      hash: shown.head.hash.slice(0, 16),
    });
  return (
    <p className="small muted bulletin-close">
      {[
        issued ?? phrases.notIssued,
        shown?.issuedBy.name,
        yearFrom && fillSentence(phrases.yearFrom, { day: civilText(yearFrom) }),
        paper !== undefined && fillSentence(phrases.paper, { n: String(paper) }),
        simulated && phrases.simulated,
      ]
        .filter(Boolean)
        .join(" · ")}
    </p>
  );
}

function Actions({ view, text }: { view: BulletinView; text: string }) {
  const t = useTexts(bulletinTexts);
  const { lang } = useLanguage();
  const tell = useToast();
  const refusal = useRefusalText();
  const queries = useQueryClient();
  const [correcting, setCorrecting] = useState(false);
  const issue = useMutation({
    mutationFn: () => client.gate.issueBulletin({ command: commandId(), day: view.day }),
    onSuccess: () => tell("done", t("issuedNow")),
    onError: (error) => tell("refused", refusal(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: orpc.gate.key() }),
  });
  const copy = () => void navigator.clipboard.writeText(text).then(() => tell("done", t("copied")));
  return (
    <>
      <Button icon="print" onClick={() => print()}>
        {t("print")}
      </Button>
      <Button icon="paper" onClick={copy}>
        {t("copy")}
      </Button>
      {view.records.length === 0 ? (
        <Button
          look="primary"
          busy={issue.isPending}
          refusal={refusalTo(view.may, "issue_bulletin", lang)}
          onClick={() => issue.mutate()}
        >
          {t("issue")}
        </Button>
      ) : (
        mayOf(view.may, "correct_bulletin")?.allowed && (
          <Button look="primary" onClick={() => setCorrecting(true)}>
            {t("correct")}
          </Button>
        )
      )}
      {correcting && <CorrectDialog view={view} onClose={() => setCorrecting(false)} />}
    </>
  );
}
