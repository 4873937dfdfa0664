import type { AutomaticView } from "@moc/contract/gate/automatic.ts";
import type { QueueView } from "@moc/contract/gate/queue.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { orpc } from "../../../shell/api.ts";
import { useNames } from "../../../shell/names.ts";
import { Button } from "../../../ui/button.tsx";
import { clock, dayClock } from "../../../ui/format.ts";
import { Rich, useLanguage, useTexts } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { reasonOf, refusalTo } from "../speak.ts";
import { automaticTexts } from "./automatic-texts.ts";
import { SwitchDialog } from "./switch-dialog.tsx";

/** Whether a queue calls by itself, who switched it and since when, what it does next, and why nobody now. */
export function AutomaticBar({ route, direction }: Pick<QueueView, "route" | "direction">) {
  const t = useTexts(automaticTexts);
  const { lang } = useLanguage();
  const [asking, setAsking] = useState(false);
  const read = useQuery({
    ...orpc.gate.readAutomatic.queryOptions({ input: { route, direction } }),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
  if (!read.data) return null;
  const { automatic } = read.data;
  const { on } = automatic;
  return (
    <section className="auto" aria-label={t("region")}>
      <b>{t("region")}</b>
      <Tag tone={on ? "ok" : "idle"} glyph={on ? "check" : "na"}>
        {t(on ? "on" : "off")}
      </Tag>
      <div className="aw">
        <Switched automatic={automatic} />
        {on && <Next automatic={automatic} />}
      </div>
      <Button
        refusal={refusalTo(automatic.may, on ? "stop_automatic" : "start_automatic", lang)}
        onClick={() => setAsking(true)}
      >
        {t(on ? "stop" : "start")}
      </Button>
      {asking && <SwitchDialog automatic={automatic} onClose={() => setAsking(false)} />}
    </section>
  );
}

function Switched({ automatic: { switched, rule } }: { automatic: AutomaticView }) {
  const t = useTexts(automaticTexts);
  const { lang } = useLanguage();
  const names = useNames();
  if (switched === null) return <p>{t("never")}</p>;
  const { at, organisation, officer, reason } = switched;
  const who = [names(organisation), officer].filter(Boolean).join(marks[lang].comma);
  return (
    <p title={rule === null ? undefined : t("rule", { m: rule.everyMinutes, n: rule.most })}>
      {t("by", { who, since: dayClock(at), reason })}
    </p>
  );
}

function Next({ automatic: { nextAt, would, why } }: { automatic: AutomaticView }) {
  const t = useTexts(automaticTexts);
  const { lang } = useLanguage();
  const at = nextAt === null ? "?" : clock(nextAt);
  if (why.allowed) {
    return (
      <p className="num">
        <Rich text={t("next", { t: at, n: would })} />
      </p>
    );
  }
  return (
    <p className="num">
      {t("nextNobody", { t: at })} {reasonOf(why.reason, why.params, lang)}
    </p>
  );
}
