import type { PaperView } from "@moc/contract/gate/paper.ts";
import { listed, marks } from "@moc/contract/values/sentence.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { client, commandId, orpc } from "../../../shell/api.ts";
import { useNames } from "../../../shell/names.ts";
import { useRefusalText } from "../../../shell/problem.tsx";
import { Button } from "../../../ui/button.tsx";
import { SelectField, TextField } from "../../../ui/field.tsx";
import { dayClock } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { BlankSlips } from "./blank-slips.tsx";
import { useRoutes, VoidSlip } from "./paper-dialogs.tsx";
import { paperTexts } from "./paper-texts.ts";

type Range = { route: string; first: number; last: number };

/** Numbers that were given, and the printing of their slips. */
export function SlipsPanel({ view, may }: { view: PaperView; may: boolean }) {
  const t = useTexts(paperTexts);
  const { lang } = useLanguage();
  const names = useNames();
  const [printed, setPrinted] = useState<Range>();
  const [voiding, setVoiding] = useState(false);
  const print = (range: Range) => {
    setPrinted(range);
    // The sheet has to stand in the page before the browser lays it out.
    requestAnimationFrame(() => window.print());
  };
  return (
    <Panel title={t("slips")} className="slips">
      {may && <Reserve onReserved={print} />}
      {view.slips.length === 0 && <p className="muted lines-none">{t("noSlips")}</p>}
      <ul className="lines">
        {view.slips.map((range) => (
          <li key={range.first}>
            <div>
              <p>
                <b>{names(range.route)}</b>
                {marks[lang].comma}
                <span className="num">{t("range", range)}</span>
              </p>
              <p className="muted small">
                {[
                  t("used", { n: range.used, all: range.last - range.first + 1 }),
                  range.voided.length > 0 && t("voided", { slips: listed(lang, range.voided.map(String)) }),
                  names(range.organisation),
                  dayClock(range.reservedAt),
                ]
                  .filter(Boolean)
                  .join(marks[lang].comma)}
              </p>
            </div>
            <Button icon="print" onClick={() => print(range)}>
              {t("print")}
            </Button>
          </li>
        ))}
      </ul>
      {may && view.slips.length > 0 && (
        <p className="slips-void">
          <Button look="quiet" onClick={() => setVoiding(true)}>
            {t("voidOne")}
          </Button>
        </p>
      )}
      {voiding && <VoidSlip onClose={() => setVoiding(false)} />}
      {printed && <BlankSlips range={printed} />}
    </Panel>
  );
}

function Reserve({ onReserved }: { onReserved: (range: Range) => void }) {
  const t = useTexts(paperTexts);
  const refusal = useRefusalText();
  const queries = useQueryClient();
  const routes = useRoutes();
  const [picked, setRoute] = useState("");
  const [count, setCount] = useState("40");
  const [command, setCommand] = useState(commandId);
  const route = picked || (routes[0]?.value ?? "");
  const reserving = useMutation({
    mutationFn: () => client.gate.reserveSlips({ command, route, count: Number(count) }),
    onSuccess: async (range) => {
      setCommand(commandId());
      await queries.invalidateQueries({ queryKey: orpc.gate.readPaper.key() });
      onReserved({ route, ...range });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reserving.mutate();
  };
  return (
    <form className="paper-line" onSubmit={submit}>
      <SelectField
        label={t("route")}
        options={routes}
        value={route}
        onChange={({ target }) => setRoute(target.value)}
      />
      <TextField
        label={t("count")}
        inputMode="numeric"
        required
        value={count}
        error={reserving.isError ? refusal(reserving.error) : undefined}
        onChange={({ target }) => setCount(target.value)}
      />
      <Button type="submit" busy={reserving.isPending}>
        {t("reserve")}
      </Button>
    </form>
  );
}
