import { paperActWords } from "@moc/contract/gate/messages/paper.ts";
import type { PaperEntry, PaperView } from "@moc/contract/gate/paper.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { orpc } from "../../../shell/api.ts";
import { useNames } from "../../../shell/names.ts";
import { Read } from "../../../shell/read.tsx";
import { Button } from "../../../ui/button.tsx";
import { clock, dayClock } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { EmptyState } from "../../../ui/states.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { mayOf, plateText } from "../speak.ts";
import { EntryDesk } from "./entry-desk.tsx";
import { DeclarePaper, EndPaper } from "./paper-dialogs.tsx";
import { paperTexts } from "./paper-texts.ts";
import { SlipsPanel } from "./slips-panel.tsx";
import "./paper.css";

/** Work on paper: when a route was on it, what is entered from its slips, and slips for the next time. */
export function PaperScreen() {
  const t = useTexts(paperTexts);
  const paper = useQuery({
    ...orpc.gate.readPaper.queryOptions({ input: {} }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="room paper">
      <h1 className="vh">{t("title")}</h1>
      <Read of={paper} rows={10} widths={[160, 220, 120]}>
        {(read) => <Paper view={read} />}
      </Read>
    </div>
  );
}

function Paper({ view }: { view: PaperView }) {
  const may = (action: string) => mayOf(view.may, action)?.allowed === true;
  return (
    <>
      <Modes view={view} />
      {may("enter_paper") && view.modes.length > 0 && <EntryDesk view={view} />}
      <SlipsPanel view={view} may={may("reserve_slips")} />
      <Entries entries={view.entries} />
    </>
  );
}

type Mode = PaperView["modes"][number];

function Modes({ view }: { view: PaperView }) {
  const t = useTexts(paperTexts);
  const [open, setOpen] = useState<"declare" | Mode>();
  const close = () => setOpen(undefined);
  return (
    <Panel
      title={t("modes")}
      end={
        mayOf(view.may, "declare_paper")?.allowed === true && (
          <Button onClick={() => setOpen("declare")}>{t("declare")}</Button>
        )
      }
    >
      {view.modes.length === 0 && (
        <EmptyState icon="paper" title={t("noMode")}>
          {t("noModeWhy")}
        </EmptyState>
      )}
      <ul className="lines">
        {view.modes.map((mode) => (
          <ModeRow key={mode.id} mode={mode} onEnd={setOpen} />
        ))}
      </ul>
      {open === "declare" && <DeclarePaper onClose={close} />}
      {typeof open === "object" && <EndPaper mode={open} onClose={close} />}
    </Panel>
  );
}

function ModeRow({ mode, onEnd }: { mode: Mode; onEnd: (mode: Mode) => void }) {
  const t = useTexts(paperTexts);
  const { lang } = useLanguage();
  const names = useNames();
  return (
    <li>
      <div>
        <p>
          <b>{names(mode.route)}</b>
          {marks[lang].comma}
          {dayClock(mode.from)}–{mode.to === null ? "" : clock(mode.to)}{" "}
          {mode.to === null && (
            <Tag tone="warn" glyph="tri">
              {t("goesOn")}
            </Tag>
          )}{" "}
          {mode.simulated && <span className="illus">{t("simulated")}</span>}
        </p>
        <p className="lines-said">{mode.reason}</p>
        <p className="muted small">
          {[
            names(mode.organisation),
            t("later", { t: dayClock(mode.declaredAt) }),
            t("entered", { n: mode.entered }),
          ]
            .filter(Boolean)
            .join(marks[lang].comma)}
        </p>
      </div>
      {mayOf(mode.may, "end_paper")?.allowed === true && (
        <Button onClick={() => onEnd(mode)}>{t("end")}</Button>
      )}
    </li>
  );
}

const isAct = (act: string): act is keyof typeof paperActWords => act in paperActWords;

function Entries({ entries }: { entries: readonly PaperEntry[] }) {
  const t = useTexts(paperTexts);
  const { lang } = useLanguage();
  return (
    <Panel title={t("entries")} note={entries.length || undefined}>
      {entries.length === 0 && <p className="muted lines-none">{t("noEntries")}</p>}
      <ul className="lines">
        {entries.map((one) => (
          <li key={`${one.slip} ${one.act} ${one.recordedAt} ${one.trip}`}>
            <div>
              <p>
                <span className="num">{one.slip}</span>{" "}
                <Link to="/trips/$trip" params={{ trip: one.trip }}>
                  {plateText(one.plate)}
                </Link>
                {marks[lang].comma}
                {isAct(one.act) ? paperActWords[one.act][lang] : one.act}{" "}
                {one.simulated && <span className="illus">{t("simulated")}</span>}
              </p>
              <p className="muted small">
                {t("occurred")} {dayClock(one.occurredAt)}
                {marks[lang].comma}
                {t("recorded")} {dayClock(one.recordedAt)}
                {one.writer !== null &&
                  marks[lang].semicolon +
                    [...new Set([one.writer, one.enteredBy])].filter(Boolean).join(marks[lang].comma)}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
