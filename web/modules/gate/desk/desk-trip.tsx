import type { CheckKind } from "@moc/contract/gate/check.ts";
import { checkStateWords } from "@moc/contract/gate/messages/check-words.ts";
import { gateMessages } from "@moc/contract/gate/messages/messages.ts";
import type { TripView } from "@moc/contract/gate/trip.ts";
import { listed, marks } from "@moc/contract/values/sentence.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { orpc } from "../../../shell/api.ts";
import { useNames } from "../../../shell/names.ts";
import { Problem } from "../../../shell/problem.tsx";
import { clock } from "../../../ui/format.ts";
import { typing } from "../../../ui/hotkey.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Skeleton } from "../../../ui/states.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useCheckNames } from "../check-kinds.ts";
import { decideTexts } from "../decide/decide-texts.ts";
import { useDeskKeys } from "../decide/desk-keys.ts";
import { checkLook } from "../queue/checks-cell.tsx";
import { goodsText, mayOf, plateText, reasonOf, tonnes } from "../speak.ts";
import { Actions } from "../trip/actions.tsx";
import { Decide } from "../trip/trip-checks.tsx";
import { deskTexts } from "./desk-texts.ts";

/**
 * One truck at the desk: its figures large, the checks that this officer may decide first, with large keys. It is read
 * anew when it is opened: what this browser remembers of it is older than the truck at the barrier.
 */
export function DeskTrip({ id, onScan }: { id: string; onScan: (text: string) => void }) {
  const t = useTexts(deskTexts);
  const trip = useQuery({
    ...orpc.gate.readTrip.queryOptions({ input: { trip: id } }),
    refetchInterval: 10_000,
    refetchOnMount: "always",
  });
  const asked = trip.isError || trip.fetchStatus === "paused";
  const fresh = trip.isFetchedAfterMount && trip.data !== undefined;
  if (trip.data && (fresh || asked)) {
    return <Card trip={trip.data.trip} since={asked ? trip.dataUpdatedAt : undefined} onScan={onScan} />;
  }
  if (asked) return <Problem error={trip.error} retry={() => void trip.refetch()} />;
  return <Skeleton label={t("loading")} rows={6} widths={[220, 320]} />;
}

/** `since`: the line is down, and the truck is shown as it was read then. */
function Card(props: { trip: TripView; since: number | undefined; onScan: (text: string) => void }) {
  const { trip, since, onScan } = props;
  const t = useTexts(deskTexts);
  const speak = useTexts(decideTexts);
  const { lang } = useLanguage();
  const names = useNames();
  const mine = trip.checks.filter((check) => mayOf(trip.may, `decide_check:${check.kind}`)?.allowed);
  const first = mine.find((check) => takesPass(trip, check.kind));
  useDeskKeys({}, onScan, first === undefined);
  // The truck that was asked for is read out, and Tab goes on to what may be done with it; who types the next is left alone.
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!typing(document.activeElement)) card.current?.focus({ preventScroll: true });
  }, []);
  return (
    <article
      className="panel desk-card"
      ref={card}
      tabIndex={-1}
      aria-label={[plateText(trip.plate), gateMessages[lang].states[trip.state]].join(marks[lang].comma)}
    >
      <header>
        <span className="vnp num">{plateText(trip.plate)}</span>
        <div>
          <b>{gateMessages[lang].states[trip.state]}</b>
          <p className="soft">
            {names(trip.route)}, <span className="num">{trip.code}</span>
          </p>
        </div>
        <Link className="btn" to="/trips/$trip" params={{ trip: trip.id }}>
          {t("story")}
        </Link>
      </header>
      {since !== undefined && <p className="pad warn">{speak("old", { t: clock(since) })}</p>}
      <DeskFacts trip={trip} />
      <h2>{t("yours")}</h2>
      {mine.length === 0 && <p className="pad soft">{t("notYours")}</p>}
      {mine.map((check) => (
        <div className="desk-check" key={check.kind}>
          <CheckHead kind={check.kind} trip={trip} />
          <Decide trip={trip} kind={check.kind} touch onScan={check === first ? onScan : undefined} />
        </div>
      ))}
      {first && <p className="hint pad">{t("keys")}</p>}
      <h2>{t("others")}</h2>
      {trip.checks
        .filter((check) => !mine.includes(check))
        .map((check) => (
          <div className="desk-check" key={check.kind}>
            <CheckHead kind={check.kind} trip={trip} />
          </div>
        ))}
      <div className="desk-actions">
        <Actions trip={trip} />
      </div>
    </article>
  );
}

const takesPass = (trip: TripView, kind: CheckKind): boolean =>
  mayOf(trip.may, `decide_check:${kind}`)?.params?.decisions?.split(",").includes("pass") ?? true;

function CheckHead({ kind, trip }: { kind: CheckKind; trip: TripView }) {
  const { lang } = useLanguage();
  const checkName = useCheckNames();
  const check = trip.checks.find((one) => one.kind === kind);
  const line = mayOf(trip.may, `decide_check:${kind}`);
  if (!check) return null;
  const look = checkLook[check.state];
  const settled = check.state === "pass" || check.state === "fail";
  const why = line && !line.allowed && !settled ? reasonOf(line.reason, line.params ?? {}, lang) : "";
  return (
    <div className="desk-check-head">
      <b>{checkName(kind)}</b>
      <Tag tone={look.tone} glyph={look.glyph}>
        {checkStateWords[check.state][lang]}
      </Tag>
      <span className="muted small">
        {[check.officer, check.reason, why].filter(Boolean).join(marks[lang].comma)}
      </span>
    </div>
  );
}

function DeskFacts({ trip }: { trip: TripView }) {
  const t = useTexts(deskTexts);
  const { lang } = useLanguage();
  const unknown = <span className="warn">{t("unknown")}</span>;
  const facts = [
    [t("goods"), goodsText(trip.goods, lang) ?? <span className="warn">{t("goodsUnknown")}</span>],
    [t("weight"), trip.weightKg === null ? unknown : tonnes(lang, trip.weightKg)],
    [t("owner"), trip.owner.name ?? t("withheld")],
    [t("driver"), trip.driver.name ?? t("withheld")],
    [
      t("containers"),
      listed(
        lang,
        trip.containers.map((one) => one.number),
      ) || "–",
    ],
    [t("customs"), listed(lang, trip.customsNumbers) || unknown],
    [
      t("papers"),
      listed(
        lang,
        trip.quarantine.map((paper) => paper.number),
      ) || "–",
    ],
  ] as const;
  return (
    <dl className="desk-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
