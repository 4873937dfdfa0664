import { spokenException } from "@moc/contract/gate/messages/exception.ts";
import type { PlaceChange } from "@moc/contract/gate/queue.ts";
import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { clockFrom } from "../../../ui/format.ts";
import { Glyph, type GlyphName } from "../../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { historyTexts } from "./queue-texts.ts";

const causes = {
  joined: { text: "causeJoined", glyph: "flag" },
  called_ahead: { text: "causeCalledAhead", glyph: "up" },
  left_ahead: { text: "causeLeftAhead", glyph: "up" },
  stream_rule: { text: "causeStreamRule", glyph: "down" },
  registered_first: { text: "causeRegisteredFirst", glyph: "down" },
  slot_ahead: { text: "causeSlotAhead", glyph: "down" },
  exception: { text: "causeException", glyph: "flag" },
  exception_ahead: { text: "causeException", glyph: "flag" },
  steering_order: { text: "causeSteeringOrder", glyph: "down" },
  called: { text: "causeCalled", glyph: "check" },
  left: { text: "causeLeft", glyph: "na" },
} as const satisfies Record<PlaceChange["cause"], { text: keyof typeof historyTexts; glyph: GlyphName }>;

/** As of when times are told, and how an organisation is called. */
type Reading = { now: string | undefined; names: (key: string) => string };

/** Changes that everybody wants to know of: as many as the driver reads on his own page. */
const newest = 5;
/** Fewer are not worth a press. */
const foldedAtLeast = 3;

/**
 * Every change of a place in words, newest first. Of a long history the last changes and how it began are in sight, and
 * what lies between unfolds in its place; on paper all of it stands.
 */
export function PlaceChanges(props: Reading & { changes: readonly PlaceChange[] }) {
  const { changes, ...reading } = props;
  const t = useTexts(historyTexts);
  const [open, setOpen] = useState(false);
  const told = changes
    .toReversed()
    .map((change, at) => ({ change, key: `${change.at}${changes.length - at}` }));
  const between = told.slice(newest, -1);
  const folds = between.length >= foldedAtLeast;
  const lines = (part: typeof told, className: string) =>
    part.map(({ change, key }) => (
      <ChangeLine key={key} change={change} className={className} {...reading} />
    ));
  if (!folds) return <ol className="hist">{lines(told, "")}</ol>;
  return (
    <ol className={open ? "hist" : "hist folded"}>
      {lines(told.slice(0, newest), "")}
      <li className="more noprint">
        <Glyph name={open ? "up" : "down"} />
        <Button small look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t("between", { n: between.length })}
        </Button>
      </li>
      {lines(between, "between")}
      {lines(told.slice(-1), "")}
    </ol>
  );
}

function ChangeLine(props: Reading & { change: PlaceChange; className: string }) {
  const { change, now, names, className } = props;
  const t = useTexts(historyTexts);
  const { lang } = useLanguage();
  const cause = causes[change.cause];
  // Who had a place already was placed anew: its window was missed, or its goods or route were changed.
  const why = change.cause === "joined" && change.from !== null ? "causePlacedAnew" : cause.text;
  const { from, to, exception } = change;
  const words =
    from === null
      ? t("joined", { to: to ?? 0 })
      : to === null
        ? t("left", { from })
        : from === to
          ? t("stays", { to })
          : t("moved", { from, to });
  return (
    <li className={className}>
      <span className={`hm ${change.cause === "stream_rule" ? "lim" : ""}`}>
        <Glyph name={from !== null && to !== null && to > from ? "down" : cause.glyph} />
      </span>
      <div>
        <div className="h1l num">
          <span className="ht">{clockFrom(now, change.at)}</span>
          <b>{words}</b>
        </div>
        <p>
          {exception ? spokenException(lang, exception, names) : t(why, { n: change.count })}
          {change.slip !== undefined && `; ${t("slip", { n: change.slip })}`}
        </p>
      </div>
    </li>
  );
}
