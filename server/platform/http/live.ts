import type { ServerResponse } from "node:http";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { Database } from "../database/handle.ts";
import type { LogFollower } from "../events/follow.ts";
import { readSealed, type SealedEvent } from "../events/seal.ts";

/** Says whether an actor may hear of an event. The stream tells kind and subject, never the content. */
export type Hears = (actor: Actor, event: SealedEvent) => boolean;

const kept = 5_000;
const page = 500;

/**
 * The live stream: server-sent events, one per sealed event, with the position as id. A reader that comes back with its
 * last id misses nothing and hears nothing twice: recent events come from memory, older ones from the database.
 * A reader that takes nothing for `patience` ms is dropped and comes back with its last id.
 * @param heartbeat ms of machine time: so often a reader is proved anew, and a stream whose reader is gone is found
 */
export function makeLive(
  database: Database,
  follower: LogFollower,
  hears: Hears,
  heartbeat = 15_000,
  patience = 30_000,
) {
  const recent: SealedEvent[] = [];
  const wakes = new Set<() => void>();
  const streams = new Map<ServerResponse, string>();
  follower.listen((events) => {
    recent.push(...events);
    recent.splice(0, Math.max(0, recent.length - kept));
    for (const wake of wakes) wake();
  });

  async function after(position: number): Promise<readonly SealedEvent[]> {
    if (position >= follower.position()) return [];
    const first = recent[0];
    if (first === undefined || first.position > position + 1) return readSealed(database.db, position, page);
    const from = position + 1 - first.position;
    return recent.slice(from, from + page);
  }

  /**
   * Serves one reader until he is gone, is no longer proved, or the database is away: then he comes back with his last id.
   * @param prove who reads, null once signed out or locked: then the stream ends. @param start position to go on from
   * @throws what the database said, once the stream is ended
   */
  async function serve(
    response: ServerResponse,
    reader: Actor,
    prove: () => Promise<Actor | null>,
    start: number | null,
  ): Promise<void> {
    let position = start ?? follower.position();
    let actor: Actor | null = reader;
    let proved = Date.now();
    streams.set(response, reader.id);
    response.on("error", () => response.destroy());
    try {
      open(response, position);
      while (!response.destroyed && !response.writableEnded) {
        if (Date.now() - proved >= heartbeat) {
          actor = await prove();
          proved = Date.now();
        }
        if (actor === null) break;
        const who = actor;
        const events = await after(position);
        if (events.length === 0) {
          if (position < follower.position()) continue; // told while this was looking
          if (!(await news(response, wakes, heartbeat))) response.write(": still here\n\n");
          continue;
        }
        position = events.at(-1)?.position ?? position;
        const heard = events.filter((event) => hears(who, event)).map(line);
        // The position moves on even when nothing of it may be heard, so that a reconnect does not begin from afar.
        const text = heard.length > 0 ? heard.join("") : `id: ${position}\nevent: skip\ndata: {}\n\n`;
        if (!response.write(text) && !(await drained(response, patience))) response.destroy();
      }
    } finally {
      // Also when the database was away: left open, it would tell nothing for ever and keep its reader from another one.
      streams.delete(response);
      response.end();
    }
  }

  return {
    serve,
    count: () => streams.size,
    countOf: (actor: string) => [...streams.values()].filter((reader) => reader === actor).length,
    close() {
      for (const stream of streams.keys()) stream.end();
      for (const wake of wakes) wake();
    },
  };
}

export type Live = ReturnType<typeof makeLive>;

function open(response: ServerResponse, position: number): void {
  response.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  response.write(`retry: 2000\nid: ${position}\nevent: open\ndata: {"position":${position}}\n\n`);
}

/** Waits for news or the reader's end, at most `limit` ms. @returns false when the limit came first. */
function news(response: ServerResponse, wakes: Set<() => void>, limit: number): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (woken: boolean) => {
      clearTimeout(timer);
      wakes.delete(wake);
      response.off("close", wake);
      resolve(woken);
    };
    const wake = () => finish(true);
    const timer = setTimeout(() => finish(false), limit);
    wakes.add(wake);
    response.once("close", wake);
  });
}

/** Waits until the reader has taken what was written. @returns false when it is gone or took too long */
function drained(response: ServerResponse, limit: number): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (taken: boolean) => {
      clearTimeout(timer);
      response.off("drain", onDrain).off("close", onClose);
      resolve(taken);
    };
    const onDrain = () => finish(true);
    const onClose = () => finish(false);
    const timer = setTimeout(onClose, limit);
    response.once("drain", onDrain).once("close", onClose);
  });
}

function line(event: SealedEvent): string {
  const data = { position: event.position, kind: event.kind, subject: event.subject, at: event.recordedAt };
  return `id: ${event.position}\nevent: log\ndata: ${JSON.stringify(data)}\n\n`;
}
