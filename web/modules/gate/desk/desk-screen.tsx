import type { CheckView } from "@moc/contract/gate/check.ts";
import type { TripRow } from "@moc/contract/gate/trip.ts";
import { forceRoles, type Role } from "@moc/contract/values/actor.ts";
import { keepPreviousData, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useDeferredValue, useEffect, useRef, useState } from "react";
import { orpc } from "../../../shell/api.ts";
import { useNames } from "../../../shell/names.ts";
import { Problem } from "../../../shell/problem.tsx";
import { useSession } from "../../../shell/session.tsx";
import { clock } from "../../../ui/format.ts";
import { useHotkey } from "../../../ui/hotkey.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { EmptyState, Skeleton } from "../../../ui/states.tsx";
import { useCheckKinds } from "../check-kinds.ts";
import { LineDown } from "../decide/line.tsx";
import { UnsentList } from "../decide/unsent-list.tsx";
import { useSending } from "../decide/use-sending.ts";
import { ChecksCell } from "../queue/checks-cell.tsx";
import { goodsText, plateText } from "../speak.ts";
import { stateWords } from "../words.ts";
import { deskTexts } from "./desk-texts.ts";
import { DeskTrip } from "./desk-trip.tsx";
import "../queue/queue-table.css";
import "../trip/trip.css";
import "./desk.css";

// Whose desk shows checks as its work: those of its force. What may be decided the server says with each trip.
const forces: ReadonlySet<Role> = new Set(forceRoles);

/** Signs of a plate, code or container below which nothing is searched. */
const fewest = 3;
const matchesOf = (search: string) => orpc.gate.listTrips.queryOptions({ input: { search, limit: 20 } });

/** Screen 4: type a plate, see what is asked, decide with one key. Made for a tablet at the barrier. */
export function DeskScreen() {
  const t = useTexts(deskTexts);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const typed = text.replaceAll(/[\s.·-]/g, "").toUpperCase();
  const search = useDeferredValue(typed);
  const queries = useQueryClient();
  const work = useWork();
  useSending();
  const found = useQuery({
    ...matchesOf(search),
    enabled: search.length >= fewest,
    placeholderData: keepPreviousData,
  });
  const searching = search.length >= fewest;
  const rows = searching ? (found.data?.rows ?? []) : work.rows;
  useHotkey("/", () => field.current?.focus());
  useEffect(() => field.current?.focus(), []);
  // Fingers are quicker than the network: the truck before is closed at once, and what was typed is what opens.
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChosen(undefined);
    field.current?.blur();
    if (typed.length < fewest) return setChosen(work.rows[0]?.id);
    const found = await queries.ensureQueryData(matchesOf(typed)).catch(() => undefined);
    return setChosen(found?.rows[0]?.id);
  };
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
      <OpenTruck chosen={chosen} />
    </div>
  );
}

function OpenTruck({ chosen }: { chosen: string | undefined }) {
  const t = useTexts(deskTexts);
  const card = useRef<HTMLElement>(null);
  // On a phone the truck opens below the list.
  useEffect(() => {
    if (chosen !== undefined) card.current?.scrollIntoView();
  }, [chosen]);
  return (
    <section className="desk-trip" ref={card} aria-label={t("trip")}>
      {chosen ? (
        <DeskTrip key={chosen} id={chosen} />
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

/** Where trucks stand that forces check: come in over Km0, at the gate, in a yard, loaded over. */
const checkedAt = ["crossed_in", "at_gate", "in_yard", "transferred"] as const;

/** Trucks there that wait for a check of this desk's force; all of them for other duties. */
function useWork() {
  const { account } = useSession();
  const kindOf = useCheckKinds();
  const roles: readonly Role[] = account.roles;
  const isOwn = ({ kind }: CheckView) => roles.some((role) => role === kindOf(kind)?.force);
  const list = (state: (typeof checkedAt)[number]) => ({
    ...orpc.gate.listTrips.queryOptions({ input: { state, limit: 100 } }),
    refetchInterval: 15_000,
  });
  const lists = useQueries({ queries: checkedAt.map(list) });
  const open = (trip: TripRow) =>
    !roles.some((role) => forces.has(role)) ||
    trip.checks.some((check) => isOwn(check) && check.state !== "pass" && check.state !== "fail");
  return {
    rows: lists
      .flatMap((one) => one.data?.rows ?? [])
      .filter(open)
      .toSorted((a, b) => a.stateSince.localeCompare(b.stateSince)),
    loading: lists.some((one) => one.isPending),
    error: lists.find((one) => one.error)?.error ?? null,
    retry: () => void Promise.all(lists.map((one) => one.refetch())),
  };
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
            <span className="muted num">{clock(trip.stateSince)}</span>
            <span className="desk-goods">
              {goodsText(trip.goods, lang) ?? t("goodsUnknown")},{" "}
              {stateWords[trip.state][lang].toLocaleLowerCase(lang)}, {names(trip.route)}
            </span>
            <ChecksCell checks={trip.checks} />
          </button>
        </li>
      ))}
    </ul>
  );
}
