import type { Duty, DutyLog, Incident } from "@moc/contract/gate/duty.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { orpc } from "../../../shell/api.ts";
import { useAsOf } from "../../../shell/as-of.ts";
import { useNames } from "../../../shell/names.ts";
import { Read } from "../../../shell/read.tsx";
import { Button } from "../../../ui/button.tsx";
import { clock, dayClock } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { EmptyState } from "../../../ui/states.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { mayOf } from "../speak.ts";
import { EndDialog, type Ending, ReportIncident, TakeDuty } from "./duty-dialogs.tsx";
import { dutyTexts, incidentWords } from "./duty-texts.ts";
import { RosterPanel } from "./roster-panel.tsx";
import "./duty.css";

type Open = "take" | "report" | Ending | undefined;

/** The log of those on duty: who stands where, what went wrong, what was handed over on the day in the header. */
export function DutyScreen() {
  const t = useTexts(dutyTexts);
  const { asOf } = useAsOf();
  const log = useQuery({
    ...orpc.gate.readDutyLog.queryOptions({ input: { day: asOf } }),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
  return (
    <div className="room duty">
      <h1 className="vh">{t("title")}</h1>
      <Read of={log} rows={10} widths={[160, 220, 120]}>
        {(read) => <Log log={read} />}
      </Read>
    </div>
  );
}

function Log({ log }: { log: DutyLog }) {
  const t = useTexts(dutyTexts);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const may = (action: string) => mayOf(log.may, action)?.allowed === true;
  return (
    <>
      <Panel
        title={t("incidents")}
        note={log.incidents.length || undefined}
        end={may("report_incident") && <Button onClick={() => setOpen("report")}>{t("report")}</Button>}
      >
        {log.incidents.length === 0 && (
          <EmptyState icon="check" title={t("noIncident")}>
            {t("noIncidentWhy")}
          </EmptyState>
        )}
        <ul className="lines">
          {log.incidents.map((incident) => (
            <IncidentRow key={incident.id} incident={incident} onEnd={setOpen} />
          ))}
        </ul>
      </Panel>
      <Panel
        title={t("onDuty")}
        note={log.onDuty.length || undefined}
        end={may("take_duty") && <Button onClick={() => setOpen("take")}>{t("take")}</Button>}
      >
        {log.onDuty.length === 0 && (
          <EmptyState icon="calendar" title={t("nobody")}>
            {t("nobodyWhy")}
          </EmptyState>
        )}
        <ul className="lines">
          {log.onDuty.map((duty) => (
            <DutyRow key={duty.id} duty={duty} onEnd={setOpen} />
          ))}
        </ul>
      </Panel>
      <RosterPanel />
      <p className="lines-none">
        <Link className="link" to="/paper">
          {t("onPaper")}
        </Link>
      </p>
      <Panel title={t("handedOver")}>
        {log.handedOver.length === 0 && <p className="muted lines-none">{t("noHandover")}</p>}
        <ul className="lines">
          {log.handedOver.map((duty) => (
            <DutyRow key={duty.id} duty={duty} onEnd={setOpen} />
          ))}
        </ul>
      </Panel>
      {open === "take" && <TakeDuty onClose={close} />}
      {open === "report" && <ReportIncident onClose={close} />}
      {typeof open === "object" && <EndDialog ending={open} onClose={close} />}
    </>
  );
}

function DutyRow({ duty, onEnd }: { duty: Duty; onEnd: (ending: Ending) => void }) {
  const t = useTexts(dutyTexts);
  const { lang } = useLanguage();
  const names = useNames();
  const { handedOver, holder } = duty;
  const post = names(duty.post);
  return (
    <li>
      <div>
        <p>
          <b>{post}</b>
          {marks[lang].comma}
          {[holder.name, names(holder.organisation)].filter(Boolean).join(marks[lang].comma)}{" "}
          {duty.simulated && <span className="illus">{t("simulated")}</span>}
        </p>
        <p className="muted small">
          {handedOver
            ? t("until", { from: dayClock(duty.takenAt), to: clock(handedOver.at) })
            : t("since", { t: dayClock(duty.takenAt) })}
          {handedOver &&
            handedOver.by.name !== holder.name &&
            marks[lang].comma + t("by", { name: handedOver.by.name ?? "?" })}
        </p>
        {handedOver && <p className="lines-said">{handedOver.note}</p>}
      </div>
      {mayOf(duty.may, "hand_over")?.allowed === true && (
        <Button onClick={() => onEnd({ what: "duty", id: duty.id, place: post })}>{t("handOver")}</Button>
      )}
    </li>
  );
}

function IncidentRow({ incident, onEnd }: { incident: Incident; onEnd: (ending: Ending) => void }) {
  const t = useTexts(dutyTexts);
  const { lang } = useLanguage();
  const names = useNames();
  const { closed, by } = incident;
  const place = names(incident.place);
  return (
    <li>
      <div>
        <p>
          <Tag tone={closed ? "idle" : "warn"} glyph={closed ? "check" : "tri"}>
            {closed ? t("over", { t: dayClock(closed.at) }) : t("open")}
          </Tag>{" "}
          <b>
            {incidentWords[incident.kind][lang]}
            {marks[lang].comma}
            {place}
          </b>{" "}
          {incident.simulated && <span className="illus">{t("simulated")}</span>}
        </p>
        <p className="muted small">
          {[t("since", { t: dayClock(incident.since) }), by.name, names(by.organisation)]
            .filter(Boolean)
            .join(marks[lang].comma)}
        </p>
        <p className="lines-said">{incident.text}</p>
        {closed && <p className="lines-said">{closed.outcome}</p>}
      </div>
      {mayOf(incident.may, "close_incident")?.allowed === true && (
        <Button onClick={() => onEnd({ what: "incident", id: incident.id, place })}>{t("close")}</Button>
      )}
    </li>
  );
}
