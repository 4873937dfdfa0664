import { gateMessages } from "@moc/contract/gate/messages/messages.ts";
import type { TripRow } from "@moc/contract/gate/trip.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { useEffect, useRef, useState } from "react";
import { useNames, useZoneRegistry } from "../../../shell/names.ts";
import { Problem } from "../../../shell/problem.tsx";
import { useZoneClock } from "../../../shell/zone.tsx";
import { SelectField } from "../../../ui/field.tsx";
import { clockFrom } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { EmptyState, Skeleton } from "../../../ui/states.tsx";
import { within } from "../../../ui/text.ts";
import { useCheckKinds } from "../check-kinds.ts";
import { useDeskKeys } from "../decide/desk-keys.ts";
import { LineDown } from "../decide/line.tsx";
import { UnsentList } from "../decide/unsent-list.tsx";
import { useSending } from "../decide/use-sending.ts";
import { ChecksCell } from "../queue/checks-cell.tsx";
import { goodsText, plateText } from "../speak.ts";
import { deskTexts } from "./desk-texts.ts";
import { DeskTrip } from "./desk-trip.tsx";
import { useFind } from "./use-find.ts";
import { deskGate, useWork } from "./use-work.ts";
import "../queue/queue-table.css";
import "../trip/trip.css";
import "./desk.css";

/** Screen 4: type a plate, see what is asked, decide with one key. Made for a tablet at the barrier. */
export function DeskScreen() {
  const t = useTexts(deskTexts);
  const [chosen, setChosen] = useState<string>();
  const [gate, setGate] = useState(deskGate.read);
  const work = useWork(gate);
  const { text, setText, field, searching, found, scan, submit } = useFind(work.rows, setChosen);
  useSending();
  useDeskKeys({}, scan, chosen === undefined);
  const rows = searching ? (found.data?.rows ?? []) : work.rows;
  return (
    <div className="desk">
      <section className="desk-find">
        <h1>{t("title")}</h1>
        <LineDown />
        <UnsentList onOpen={setChosen} />
        <form onSubmit={(event) => void submit(event)} role="search">
          <label htmlFor="desk-plate">{t("plate")}</label>
          <input
            id="desk-plate"
            ref={field}
            className="plate-input num"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <span className="hint">{t("plateHint")}</span>
        </form>
        <GateField
          gate={gate}
          onChange={(to) => {
            deskGate.keep(to);
            setGate(to);
          }}
        />
        <p className="vh" role="status">
          {searching && found.isSuccess && t("found", { n: rows.length })}
        </p>
        <Panel title={searching ? t("matches") : t("waiting")} note={rows.length || undefined}>
          <Matches
            rows={rows}
            loading={searching ? found.isPending : work.loading}
            error={searching ? found.error : work.error}
            retry={() => void (searching ? found.refetch() : work.retry())}
            searching={searching}
            chosen={chosen}
            onChoose={setChosen}
          />
        </Panel>
      </section>
      <OpenTruck chosen={chosen} onScan={scan} />
    </div>
  );
}

/** At which gate this desk stands; nothing to choose where the zone has one. */
function GateField({ gate, onChange }: { gate: string; onChange: (gate: string) => void }) {
  const t = useTexts(deskTexts);
  const { lang } = useLanguage();
  const { data } = useZoneRegistry();
  const used = new Set(data?.route.filter(({ admits }) => admits.length > 0).map((route) => route.gate));
  const gates = (data?.gate ?? []).filter(({ key }) => used.has(key));
  if (gates.length < 2) return null;
  return (
    <SelectField
      label={t("gate")}
      value={gate}
      none={t("everyGate")}
      options={gates.map(({ key, shortName }) => ({ value: key, label: shortName[lang] }))}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function OpenTruck({ chosen, onScan }: { chosen: string | undefined; onScan: (text: string) => void }) {
  const t = useTexts(deskTexts);
  const card = useRef<HTMLElement>(null);
  // On a phone the truck opens below the list.
  useEffect(() => {
    if (chosen !== undefined) card.current?.scrollIntoView();
  }, [chosen]);
  return (
    <section className="desk-trip" ref={card} aria-label={t("trip")}>
      {chosen ? (
        <DeskTrip key={chosen} id={chosen} onScan={onScan} />
      ) : (
        <div className="panel">
          <EmptyState icon="search" title={t("none")}>
            {t("noneWhy")}
          </EmptyState>
        </div>
      )}
    </section>
  );
}

function Matches(props: {
  rows: readonly TripRow[];
  loading: boolean;
  error: unknown;
  retry: () => void;
  searching: boolean;
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  const t = useTexts(deskTexts);
  const { lang } = useLanguage();
  const names = useNames();
  const kindOf = useCheckKinds();
  const now = useZoneClock()?.now;
  if (props.error && props.rows.length === 0) return <Problem error={props.error} retry={props.retry} />;
  if (props.loading) return <Skeleton label={t("loading")} rows={4} widths={[90, 160]} />;
  if (props.rows.length === 0) {
    return (
      <EmptyState
        icon={props.searching ? "search" : "check"}
        title={t(props.searching ? "noMatch" : "nothing")}
      >
        {t(props.searching ? "noMatchWhy" : "nothingWhy")}
      </EmptyState>
    );
  }
  return (
    <ul className="desk-list">
      {props.rows.map((trip) => (
        <li key={trip.id}>
          <button
            type="button"
            aria-pressed={trip.id === props.chosen}
            onClick={() => props.onChoose(trip.id)}
          >
            <span className="plate num">{plateText(trip.plate)}</span>
            <span className="muted num">{clockFrom(now, trip.stateSince)}</span>
            <span className="desk-goods">
              {[
                goodsText(trip.goods, lang) ?? t("goodsUnknown"),
                within(gateMessages[lang].states[trip.state], lang),
                names(trip.route),
              ].join(marks[lang].comma)}
            </span>
            <ChecksCell checks={trip.checks} kindOf={kindOf} />
          </button>
        </li>
      ))}
    </ul>
  );
}
