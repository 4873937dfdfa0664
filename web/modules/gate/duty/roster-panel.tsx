import type { PlannedShift, Roster } from "@moc/contract/gate/roster.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client, orpc } from "../../../shell/api.ts";
import { useAsOf } from "../../../shell/as-of.ts";
import { CommandForm } from "../../../shell/command-form.tsx";
import { useNames } from "../../../shell/names.ts";
import { Read } from "../../../shell/read.tsx";
import { Button } from "../../../ui/button.tsx";
import { SelectField, TextField } from "../../../ui/field.tsx";
import { clock, dayClock, instantOfField } from "../../../ui/format.ts";
import { Glyph, type GlyphName } from "../../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { Tag, type Tone } from "../../../ui/tag.tsx";
import { usePost } from "./duty-dialogs.tsx";
import { actualWords, rosterTexts } from "./roster-texts.ts";

/** Who is planned for the day in the header, beside who stood there; the own chief plans. */
export function RosterPanel() {
  const { asOf } = useAsOf();
  const roster = useQuery({
    ...orpc.gate.readRoster.queryOptions({ input: { day: asOf } }),
    refetchInterval: 60_000,
  });
  return <Read of={roster}>{(read) => <Planned roster={read} />}</Read>;
}

function Planned({ roster }: { roster: Roster }) {
  const t = useTexts(rosterTexts);
  const [open, setOpen] = useState<"plan" | PlannedShift>();
  const { shifts, gaps, mayPlan } = roster;
  return (
    <Panel
      title={t("title")}
      note={shifts.length || undefined}
      end={mayPlan && <Button onClick={() => setOpen("plan")}>{t("plan")}</Button>}
    >
      {shifts.length === 0 && <p className="muted lines-none">{t("none")}</p>}
      <ul className="lines">
        {shifts.map((shift) => (
          <ShiftRow key={shift.id} shift={shift} onDrop={setOpen} />
        ))}
        {gaps.map((gap) => (
          <Gap key={`${gap.post} ${gap.organisation} ${gap.from}`} gap={gap} />
        ))}
      </ul>
      {open === "plan" && <PlanShift roster={roster} onClose={() => setOpen(undefined)} />}
      {typeof open === "object" && <DropShift shift={open} onClose={() => setOpen(undefined)} />}
    </Panel>
  );
}

const actualLooks = {
  ahead: { tone: "idle", glyph: "wait" },
  on_duty: { tone: "ok", glyph: "open" },
  stood: { tone: "idle", glyph: "check" },
  absent: { tone: "warn", glyph: "tri" },
} as const satisfies Record<PlannedShift["actual"], { tone: Tone; glyph: GlyphName }>;

function ShiftRow({ shift, onDrop }: { shift: PlannedShift; onDrop: (shift: PlannedShift) => void }) {
  const t = useTexts(rosterTexts);
  const { lang } = useLanguage();
  const names = useNames();
  const { actual } = shift;
  return (
    <li>
      <div>
        <p>
          <b>{names(shift.post)}</b>
          {marks[lang].comma}
          {[shift.officer, names(shift.organisation)].filter(Boolean).join(marks[lang].comma)}
        </p>
        <p className="muted small">
          <span className="num">
            {dayClock(shift.from)}–{clock(shift.to)}
          </span>{" "}
          <Tag {...actualLooks[actual]}>{actualWords[actual][lang]}</Tag>
        </p>
        {shift.doubled && (
          <p className="small lines-warn">
            <Glyph name="tri" /> {t("doubled")}
          </p>
        )}
      </div>
      {shift.mayDrop && <Button onClick={() => onDrop(shift)}>{t("drop")}</Button>}
    </li>
  );
}

function Gap({ gap }: { gap: Roster["gaps"][number] }) {
  const t = useTexts(rosterTexts);
  const names = useNames();
  return (
    <li>
      <p className="lines-warn">
        <Glyph name="tri" />
        <span>
          {t("gap", { post: names(gap.post), who: names(gap.organisation) })}{" "}
          <span className="num">
            {dayClock(gap.from)}–{clock(gap.to)}
          </span>
        </span>
      </p>
    </li>
  );
}

function PlanShift({ roster, onClose }: { roster: Roster; onClose: () => void }) {
  const t = useTexts(rosterTexts);
  const { post, postField } = usePost();
  const officers = roster.officers.map(({ id, name }) => ({ value: id, label: name }));
  const [officer, setOfficer] = useState("");
  const [from, setFrom] = useState(`${roster.day}T07:00`);
  const [to, setTo] = useState(`${roster.day}T19:00`);
  const send = (command: string) =>
    client.gate.planShift({
      command,
      post,
      officer: officer || (officers[0]?.value ?? ""),
      from: instantOfField(from) ?? "",
      to: instantOfField(to) ?? "",
    });
  return (
    <CommandForm
      title={t("plan")}
      onClose={onClose}
      send={send}
      act={t("save")}
      told={() => t("done")}
      touches={orpc.gate.readRoster.key()}
    >
      {(errorAt) => (
        <>
          {postField({ label: t("post"), error: errorAt("post") })}
          <SelectField
            label={t("officer")}
            options={officers}
            value={officer}
            error={errorAt("officer")}
            onChange={({ target }) => setOfficer(target.value)}
          />
          <TextField
            label={t("from")}
            type="datetime-local"
            required
            value={from}
            error={errorAt("from")}
            onChange={({ target }) => setFrom(target.value)}
          />
          <TextField
            label={t("to")}
            type="datetime-local"
            required
            value={to}
            error={errorAt("to")}
            onChange={({ target }) => setTo(target.value)}
          />
        </>
      )}
    </CommandForm>
  );
}

function DropShift({ shift, onClose }: { shift: PlannedShift; onClose: () => void }) {
  const t = useTexts(rosterTexts);
  const names = useNames();
  return (
    <CommandForm
      title={t("drop")}
      onClose={onClose}
      send={(command) => client.gate.dropShift({ command, shift: shift.id })}
      act={t("drop")}
      told={() => t("done")}
      touches={orpc.gate.readRoster.key()}
    >
      {() => (
        <p>
          {names(shift.post)}, {shift.officer}, {dayClock(shift.from)}–{clock(shift.to)}
        </p>
      )}
    </CommandForm>
  );
}
