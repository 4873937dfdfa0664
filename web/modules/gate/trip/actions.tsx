import { type TripCommand, type TripView, tripCommands } from "@moc/contract/gate/trip.ts";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useAsOf } from "../../../shell/as-of.ts";
import { useRefusalText } from "../../../shell/problem.tsx";
import { Button } from "../../../ui/button.tsx";
import { useHotkey } from "../../../ui/hotkey.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Menu, type MenuItem } from "../../../ui/menu.tsx";
import type { Texts } from "../../../ui/text.ts";
import { useCopy } from "../declare/use-copy.ts";
import { mayOf, refusalTo } from "../speak.ts";
import { commandWords } from "../words.ts";
import { AskDialog } from "./ask-dialog.tsx";
import { DriverLink } from "./driver-link.tsx";
import { isPlain, type TripCall, useTripCommand } from "./trip-command.ts";

const texts = {
  more: { vi: "Việc khác", en: "More", zh: "更多" },
  asOf: {
    vi: "Đang xem ngày đã chọn: về hiện tại để ra lệnh.",
    en: "You look at another day: go back to now to act.",
    zh: "正在查看其他日期：返回现在后方可操作。",
  },
} as const satisfies Texts;

/** Steps that move a trip on, in the order in which they come; the first that is allowed is the loud button. */
const forward: readonly TripCommand[] = [
  "depart",
  "cross_in",
  "signal_arrival",
  "reach_gate",
  "enter_yard",
  "transfer_cargo",
  "allow_inland",
  "release",
  "cross_out",
  "return",
  "leave",
  // Goods for the way home are a choice: what moves the truck on goes before.
  "declare_return",
];

/** Steps whose turn is past or yet to come: true, and of no use beside the one that is waited for. */
const elsewhere = ["step_past", "step_ahead", "trip_over", "not_for_kind"];

/** The step to offer loudly: one that is allowed, else the one whose reason tells most about what is missing. */
function nextStep(trip: TripView): TripCommand | undefined {
  const allowed = forward.find((command) => mayOf(trip.may, command)?.allowed);
  return (
    allowed ??
    forward.find((command) => {
      const line = mayOf(trip.may, command);
      return line !== undefined && !elsewhere.includes(line.reason ?? "");
    })
  );
}

/** What the server says may be done with this trip; every "no" with its reason beside the button. */
export function Actions({ trip }: { trip: TripView }) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const { asOf } = useAsOf();
  const [asked, setAsked] = useState<TripCommand>();
  const run = useTripCommand(trip);
  const inWords = useRefusalText();
  const navigate = useNavigate();
  const copy = useCopy(trip);
  const next = nextStep(trip);
  const others = tripCommands.filter(
    (command) => command !== next && mayOf(trip.may, command)?.allowed === true,
  );
  const give = (command: TripCommand) => {
    if (command === "amend") void navigate({ to: "/trips/$trip/amend", params: { trip: trip.id } });
    else if (isPlain(command, trip)) run.mutate({ command });
    else setAsked(command);
  };
  const more: MenuItem[] = others.map((command) => ({
    label: commandWords[command][lang],
    onPick: () => give(command),
  }));
  if (mayOf(trip.may, "copy")?.allowed) more.push(copy);
  const refusal = asOf ? t("asOf") : next && refusalTo(trip.may, next, lang);
  useHotkey("q", () => next && give(next), { when: next !== undefined && !refusal && asked === undefined });
  const send = (call: TripCall) => run.mutate(call, { onSuccess: () => setAsked(undefined) });
  return (
    <div className="ta">
      {more.length > 0 && !asOf && (
        <Menu
          trigger={
            <button type="button" className="btn">
              {t("more")}
            </button>
          }
          items={more}
        />
      )}
      <DriverLink trip={trip} />
      {next && (
        <Button look="primary" hotkey="Q" busy={run.isPending} refusal={refusal} onClick={() => give(next)}>
          {commandWords[next][lang]}
        </Button>
      )}
      {asked && (
        <AskDialog
          trip={trip}
          command={asked}
          onClose={() => setAsked(undefined)}
          onSend={send}
          failed={run.isError ? inWords(run.error) : undefined}
        />
      )}
    </div>
  );
}
