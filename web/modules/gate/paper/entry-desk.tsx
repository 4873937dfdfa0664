import { paperActWords } from "@moc/contract/gate/messages/paper.ts";
import type { PaperView } from "@moc/contract/gate/paper.ts";
import { paperActKinds } from "@moc/contract/gate/paper-act.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { useState } from "react";
import { useNames, useZoneRegistry } from "../../../shell/names.ts";
import { SelectField, TextField } from "../../../ui/field.tsx";
import { clock, dayClock } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { useCheckNames } from "../check-kinds.ts";
import { decisionWords } from "../words.ts";
import type { Chosen } from "./entry.ts";
import { EntryLines } from "./entry-lines.tsx";
import { paperTexts } from "./paper-texts.ts";

/** Parks and yards that serve a route; where none is known its own key names the area before the gate. */
function usePlaces(route: string, kind: Chosen["kind"]) {
  const { lang } = useLanguage();
  const { data } = useZoneRegistry();
  const rows = [...(kind === "arrival" ? (data?.park ?? []) : []), ...(data?.yard ?? [])];
  const serving = rows.filter((row) => row.routes.includes(route));
  const own = (data?.route ?? []).filter((row) => row.key === route);
  return (serving.length > 0 ? serving : own).map((row) => ({ value: row.key, label: row.shortName[lang] }));
}

const decisions = ["pass", "hold", "fail"] as const;
const start: Chosen = { kind: "arrival", place: "", check: "customs", decision: "pass", reason: "" };

/** Entering many slips: what they have in common is chosen once, each truck is one line, by keyboard alone. */
export function EntryDesk({ view }: { view: PaperView }) {
  const t = useTexts(paperTexts);
  const { lang } = useLanguage();
  const names = useNames();
  const [picked, setPaper] = useState("");
  const [chosen, setChosen] = useState(start);
  const [writer, setWriter] = useState("");
  const mode = view.modes.find((one) => one.id === picked) ?? view.modes[0];
  const places = usePlaces(mode?.route ?? "", chosen.kind);
  if (mode === undefined) return null;
  const place = places.some((one) => one.value === chosen.place) ? chosen.place : (places[0]?.value ?? "");
  const change = (part: Partial<Chosen>) => setChosen({ ...chosen, ...part });
  const modes = view.modes.map((one) => ({
    value: one.id,
    label: `${names(one.route)}${marks[lang].comma}${dayClock(one.from)}–${one.to === null ? t("goesOn") : clock(one.to)}`,
  }));
  return (
    <Panel title={t("enter")} className="entry">
      <p className="hint lines-none">{t("enterHint")}</p>
      <div className="paper-line">
        <SelectField
          label={t("stretch")}
          options={modes}
          value={mode.id}
          onChange={({ target }) => setPaper(target.value)}
        />
        <ActFields chosen={{ ...chosen, place }} places={places} change={change} />
        <SelectField
          label={t("writer")}
          none={t("myself")}
          options={view.writers.map((one) => ({ value: one.id, label: one.name }))}
          value={writer}
          onChange={({ target }) => setWriter(target.value)}
        />
      </div>
      <EntryLines mode={mode} chosen={{ ...chosen, place }} writer={writer === "" ? undefined : writer} />
    </Panel>
  );
}

type Fields = {
  chosen: Chosen;
  places: { value: string; label: string }[];
  change: (part: Partial<Chosen>) => void;
};

function ActFields({ chosen, places, change }: Fields) {
  const t = useTexts(paperTexts);
  const { lang } = useLanguage();
  const { kind } = chosen;
  return (
    <>
      <SelectField
        label={t("act")}
        options={paperActKinds.map((one) => ({ value: one, label: paperActWords[one][lang] }))}
        value={kind}
        onChange={({ target }) => change({ kind: paperActKinds.find((one) => one === target.value) ?? kind })}
      />
      {(kind === "arrival" || kind === "enter_yard") && (
        <SelectField
          label={t("place")}
          options={places}
          value={chosen.place}
          onChange={({ target }) => change({ place: target.value })}
        />
      )}
      {kind === "check" && <CheckFields chosen={chosen} change={change} />}
    </>
  );
}

function CheckFields({ chosen, change }: Omit<Fields, "places">) {
  const t = useTexts(paperTexts);
  const { lang } = useLanguage();
  const checkName = useCheckNames();
  const { data } = useZoneRegistry();
  const kinds = (data?.check_kind ?? []).map((row) => ({ value: row.key, label: checkName(row.key) }));
  return (
    <>
      <SelectField
        label={t("check")}
        options={kinds}
        value={chosen.check}
        onChange={({ target }) => change({ check: target.value })}
      />
      <SelectField
        label={t("decision")}
        options={decisions.map((one) => ({ value: one, label: decisionWords[one]?.[lang] ?? one }))}
        value={chosen.decision}
        onChange={({ target }) =>
          change({ decision: decisions.find((one) => one === target.value) ?? "pass" })
        }
      />
      {chosen.decision !== "pass" && (
        <TextField
          label={t("why")}
          hint={t("reasonHint")}
          maxLength={300}
          value={chosen.reason}
          onChange={({ target }) => change({ reason: target.value })}
        />
      )}
    </>
  );
}
