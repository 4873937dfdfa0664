import { paperActWords } from "@moc/contract/gate/messages/paper.ts";
import type { PaperMode } from "@moc/contract/gate/paper-mode.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { client, commandId, orpc } from "../../../shell/api.ts";
import { useRefusalText } from "../../../shell/problem.tsx";
import { useZoneClock } from "../../../shell/zone.tsx";
import { Button } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/field.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { actOf, type Chosen, timeOnSlip } from "./entry.ts";
import { paperTexts } from "./paper-texts.ts";

type Typed = { slip: string; truck: string; time: string };
type Line = Typed & {
  command: string;
  chosen: Chosen;
  state: "sending" | "sent" | "refused";
  refusal?: string;
};

const following = (slip: string): string => (/^\d+$/.test(slip) ? String(Number(slip) + 1) : "");

/** One line per truck: Enter goes to the next field and, from the last, records the line and begins the next. */
export function EntryLines(props: { mode: PaperMode; chosen: Chosen; writer: string | undefined }) {
  const { mode, chosen, writer } = props;
  const { lines, send } = useLines(mode, writer);
  const t = useTexts(paperTexts);
  const now = useZoneClock()?.now ?? "";
  const [typed, setTyped] = useState<Typed>({ slip: "", truck: "", time: "" });
  const [fault, setFault] = useState<"slip" | "time">();
  const form = useRef<HTMLFormElement>(null);
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const focus = (at: number) => form.current?.querySelectorAll("input")[at]?.focus();
  const onKey = (event: KeyboardEvent<HTMLFormElement>) => {
    const at = [...(form.current?.querySelectorAll("input") ?? [])].findIndex((one) => one === event.target);
    if (event.key !== "Enter" || at < 0 || at > 1) return;
    event.preventDefault();
    focus(at + 1);
  };
  const record = (event: FormEvent) => {
    event.preventDefault();
    const occurredAt = timeOnSlip(typed.time, mode, now);
    if (!/^\d+$/.test(typed.slip.trim())) return setFault("slip");
    if (occurredAt === undefined) return setFault("time");
    setFault(undefined);
    send({ ...typed, command: commandId(), chosen, state: "sending" }, occurredAt);
    setTyped({ slip: following(typed.slip.trim()), truck: "", time: "" });
    focus(following(typed.slip.trim()) === "" ? 0 : 1);
  };
  const mend = (line: Line) => {
    setTyped({ slip: line.slip, truck: line.truck, time: line.time });
    focus(1);
  };
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter moves on inside the line */}
      <form className="paper-line entry-line" ref={form} onSubmit={record} onKeyDown={onKey}>
        <TextField
          label={t("slip")}
          inputMode="numeric"
          value={typed.slip}
          error={fault === "slip" ? t("slipWrong") : undefined}
          onChange={({ target }) => change({ slip: target.value })}
        />
        <TextField
          label={t("truck")}
          required
          maxLength={32}
          value={typed.truck}
          onChange={({ target }) => change({ truck: target.value })}
        />
        <TextField
          label={t("time")}
          hint={t("timeHint")}
          inputMode="numeric"
          required
          value={typed.time}
          error={fault === "time" ? t("timeWrong") : undefined}
          onChange={({ target }) => change({ time: target.value })}
        />
        <Button type="submit" look="primary">
          {t("add")}
        </Button>
      </form>
      {lines.length > 0 && <Recorded lines={lines} onMend={mend} />}
    </>
  );
}

/** The lines of this sitting; each is sent under its own command, so that none is done twice. */
function useLines(mode: PaperMode, writer: string | undefined) {
  const refusal = useRefusalText();
  const queries = useQueryClient();
  const [lines, setLines] = useState<readonly Line[]>([]);
  const mark = (command: string, part: Partial<Line>) =>
    setLines((all) => all.map((one) => (one.command === command ? { ...one, ...part } : one)));
  const send = (line: Line, occurredAt: string) => {
    setLines((all) => [line, ...all]);
    const { command, slip, truck, chosen } = line;
    const entry = { command, paper: mode.id, slip: Number(slip), truck, act: actOf(chosen), occurredAt };
    client.gate
      .enterPaper({ ...entry, ...(writer !== undefined && { writer }) })
      .then(() => {
        mark(command, { state: "sent" });
        return queries.invalidateQueries({ queryKey: orpc.gate.readPaper.key() });
      })
      .catch((error: unknown) => mark(command, { state: "refused", refusal: refusal(error) }));
  };
  return { lines, send };
}

function Recorded({ lines, onMend }: { lines: readonly Line[]; onMend: (line: Line) => void }) {
  const t = useTexts(paperTexts);
  const { lang } = useLanguage();
  return (
    <ul className="lines entry-lines" aria-label={t("session")} aria-live="polite">
      {lines.map((line) => (
        <li key={line.command}>
          <div>
            <p>
              <span className="num">{line.slip}</span> <b>{line.truck}</b>{" "}
              <span className="num">{line.time}</span>
              {marks[lang].comma}
              {paperActWords[line.chosen.kind][lang]}{" "}
              {line.state === "sending" && <span className="muted">{t("sending")}</span>}
              {line.state === "sent" && (
                <Tag tone="idle" glyph="check">
                  {t("sent")}
                </Tag>
              )}
            </p>
            {line.state === "refused" && <p className="em">{line.refusal}</p>}
          </div>
          {line.state === "refused" && <Button onClick={() => onMend(line)}>{t("again")}</Button>}
        </li>
      ))}
    </ul>
  );
}
