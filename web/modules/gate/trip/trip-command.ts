import type { ExceptionKind } from "@moc/contract/gate/exception.ts";
import type { GoodsLine } from "@moc/contract/gate/goods.ts";
import type { TripCommand, TripView } from "@moc/contract/gate/trip.ts";
import type { Container, Plate } from "@moc/contract/gate/vehicle.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { client, commandId, orpc } from "../../../shell/api.ts";
import { useRefusalText } from "../../../shell/problem.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { within } from "../../../ui/text.ts";
import { useToast } from "../../../ui/toast.tsx";
import { plateText } from "../speak.ts";
import { commandWords } from "../words.ts";

/** A command on one trip with what it needs beyond the trip itself. */
export type TripCall =
  | { command: TripCommand }
  | { command: "enter_yard"; yard: string; slot: string }
  | { command: "signal_arrival"; place: string }
  | { command: "transfer_cargo" | "pair_transfer"; partner: Plate }
  | { command: "swap_unit"; trailer: Plate | null; containers: Container[]; reason: string }
  | { command: "divert"; to: string; reason: string }
  | { command: "declare_return"; goods: GoodsLine[]; customsNumbers: string[] }
  | { command: "withdraw" | "refuse"; reason: string }
  | { command: "book_slot"; from: string }
  | { command: GroundCommand; ground: string }
  | { command: "lift_exception"; exception: "priority" | "hold" };

/** Departures from the order that need a ground, with the exception that each makes. */
export const exceptionOf = {
  give_priority: "priority",
  hold_back: "hold",
  send_back: "return",
} as const satisfies Partial<Record<TripCommand, ExceptionKind>>;
type GroundCommand = keyof typeof exceptionOf;
export type ExceptionCommand = GroundCommand | "lift_exception";

export const isException = (command: TripCommand): command is ExceptionCommand =>
  command in exceptionOf || command === "lift_exception";

const grounded = {
  give_priority: client.gate.givePriority,
  hold_back: client.gate.holdBack,
  send_back: client.gate.sendBack,
} as const;

const plain = {
  depart: client.gate.reportDeparture,
  reach_gate: client.gate.reachGate,
  cross_in: client.gate.crossIn,
  allow_inland: client.gate.allowInland,
  cross_out: client.gate.crossOut,
  return: client.gate.confirmReturn,
  leave: client.gate.leave,
  undo_withdrawal: client.gate.undoWithdrawal,
  cancel_slot: client.gate.cancelSlot,
  postpone: client.gate.postpone,
  resume: client.gate.resume,
} as const;

/** Commands that need nothing but the trip run at once; the others ask first. A transfer that is paired is only confirmed. */
export const isPlain = (command: TripCommand, trip: TripView): boolean =>
  command in plain ||
  command === "release" ||
  (command === "transfer_cargo" &&
    trip.transfers.some((one) => one.trip === trip.id && one.confirmedAt === null));

function send(trip: TripView, call: TripCall, command: string) {
  const base = { trip: trip.id, command };
  if ("yard" in call) {
    return client.gate.enterYard({ ...base, yard: call.yard, ...(call.slot && { slot: call.slot }) });
  }
  if ("place" in call) return client.gate.signalArrival({ ...base, origin: "officer", place: call.place });
  if ("from" in call) return client.gate.bookSlot({ ...base, from: call.from });
  if ("ground" in call) return grounded[call.command]({ ...base, ground: call.ground });
  if ("exception" in call) return client.gate.liftException({ ...base, exception: call.exception });
  if ("partner" in call) {
    const input = { ...base, partner: call.partner };
    return call.command === "pair_transfer"
      ? client.gate.pairTransfer(input)
      : client.gate.transferCargo(input);
  }
  if ("trailer" in call) {
    const { trailer, containers, reason } = call;
    return client.gate.swapUnit({ ...base, trailer, containers, reason });
  }
  if ("to" in call) return client.gate.divertTrip({ ...base, to: call.to, reason: call.reason });
  if ("goods" in call) {
    const { goods, customsNumbers } = call;
    return client.gate.declareReturn({ ...base, goods, customsNumbers });
  }
  if ("reason" in call) {
    const input = { ...base, reason: call.reason };
    return call.command === "refuse" ? client.gate.refuseTrip(input) : client.gate.withdrawTrip(input);
  }
  if (call.command === "transfer_cargo") return client.gate.transferCargo(base);
  if (call.command === "release") return client.gate.release({ ...base, seen: trip.version });
  const run = Object.entries(plain).find(([name]) => name === call.command)?.[1];
  if (!run) throw new Error(`${call.command} is not given from here`);
  return run(base);
}

/** Gives one command; the answer replaces the trip on the screen, everything else of the gate is read anew. */
export function useTripCommand(trip: TripView) {
  const { lang } = useLanguage();
  const tell = useToast();
  const refusal = useRefusalText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (call: TripCall) => send(trip, call, commandId()),
    onSuccess: (answer, call) => {
      queries.setQueryData(orpc.gate.readTrip.queryKey({ input: { trip: trip.id } }), answer);
      tell(
        "done",
        `${plateText(trip.plate)}${marks[lang].colon}${within(commandWords[call.command][lang], lang)}${marks[lang].stop}`,
      );
    },
    onError: (error) => tell("refused", refusal(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: orpc.gate.key() }),
  });
}
