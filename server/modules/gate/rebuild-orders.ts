import {
  automaticEvents,
  countEvents,
  mandateEvents,
  noticeEvents,
  steeringEvents,
} from "@moc/contract/gate/events.ts";
import type { Tx } from "../../platform/database/handle.ts";
import type { RecordedEvent } from "../../platform/events/read-subject.ts";
import { saveStart, saveStop } from "./automatic-store.ts";
import { saveCount } from "./count-store.ts";
import { saveMandate, saveRevocation } from "./mandate-store.ts";
import { saveNotice, saveWithdrawal } from "./notice-store.ts";
import { saveLifting, saveOrder } from "./order-store.ts";
import { ensureQueue } from "./queue-store.ts";

/** Stores what the log says of steering orders, in its order. */
export async function applyOrders(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  for (const { kind, subject: id, data, occurredAt, simulated } of events) {
    const at = occurredAt.toISOString();
    if (kind === "gate.order_given") {
      const given = steeringEvents[kind].parse(data);
      await saveOrder(tx, { id, given, givenAt: at, simulated });
    }
    if (kind === "gate.order_lifted") await saveLifting(tx, id, at, steeringEvents[kind].parse(data).reason);
  }
}

/** Stores what the log says of the other side's notices, in its order. */
export async function applyNotices(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  for (const { kind, subject: id, data, occurredAt, simulated } of events) {
    const at = occurredAt.toISOString();
    if (kind === "gate.notice_recorded") {
      const notice = noticeEvents[kind].parse(data);
      await saveNotice(tx, { id, notice, recordedAt: at, simulated });
    }
    if (kind === "gate.notice_withdrawn") {
      await saveWithdrawal(tx, id, at, noticeEvents[kind].parse(data).reason);
    }
  }
}

/** Stores what the log says of queues that call by themselves, in its order. */
export async function applyAutomatics(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  for (const { kind, subject: id, data, occurredAt, actorId: actor, simulated } of events) {
    const at = occurredAt.toISOString();
    if (kind === "gate.automatic_started") {
      const { route, direction, ...said } = automaticEvents[kind].parse(data);
      await ensureQueue(tx, route, direction); // it may be set to call before anybody has joined it
      await saveStart(tx, { id, route, direction, started: { at, actor, ...said }, simulated });
    }
    if (kind === "gate.automatic_stopped") {
      const { organisation, reason } = automaticEvents[kind].parse(data);
      await saveStop(tx, id, { at, actor, organisation, reason });
    }
  }
}

/** Stores what the log says of the mandates of agents, in its order. */
export async function applyMandates(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  for (const { kind, subject: id, data, occurredAt: at, simulated } of events) {
    if (kind === "gate.mandate_given") {
      const { firm, agent, from, to } = mandateEvents[kind].parse(data);
      await saveMandate(tx, { id, firm, agent, from, to, givenAt: at, simulated });
    }
    if (kind === "gate.mandate_revoked")
      await saveRevocation(tx, id, at, mandateEvents[kind].parse(data).reason);
  }
}

/** Stores what the log says of counts without trips, in its order. */
export async function applyCounts(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  for (const { kind, subject: id, data, occurredAt: recordedAt, actorId: actor, simulated } of events) {
    const record = { id, actor, recordedAt, simulated };
    if (kind === "gate.count_recorded") {
      await saveCount(tx, { ...countEvents[kind].parse(data), number: 0, reason: null, ...record });
    }
    if (kind === "gate.count_corrected") {
      const { corrects: _, ...said } = countEvents[kind].parse(data);
      await saveCount(tx, { ...said, ...record });
    }
  }
}
