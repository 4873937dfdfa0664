import { z } from "zod";

/** What the stream tells: that something of a kind happened at a position of the log. The browser then reads anew. */
const LiveEvent = z.object({ position: z.number(), kind: z.string(), subject: z.string().nullish() });
export type LiveEvent = z.infer<typeof LiveEvent>;

type Told =
  | { type: "event"; event: LiveEvent }
  | { type: "position"; position: number }
  | { type: "where" }
  | { type: "signed-out" };
type Listener = { onEvent: (event: LiveEvent) => void; onSignedOut: () => void };

const channelName = "moc-live";
const path = "/api/live";
/** Pause before a closed stream is opened again, ms; stays at the last. */
const pauses = [1_000, 2_000, 4_000, 8_000, 15_000];

/**
 * One stream per browser: the tab that holds the lock reads it and passes every event on; when that tab closes,
 * another takes over from the last position that it saw, so nothing is lost and nothing is told twice.
 */
export function startLive(listener: Listener): () => void {
  const channel = new BroadcastChannel(channelName);
  const ended = new AbortController();
  let position: number | undefined;
  let leading = false;
  const say = (told: Told) => channel.postMessage(told);
  const reach = (told: Told): boolean => {
    if (told.type === "signed-out") listener.onSignedOut();
    if (told.type === "where" && leading && position !== undefined) say({ type: "position", position });
    if (told.type === "signed-out" || told.type === "where") return false;
    const at = told.type === "event" ? told.event.position : told.position;
    if (position !== undefined && at <= position) return false;
    position = at;
    if (told.type === "event") listener.onEvent(told.event);
    return true;
  };
  channel.addEventListener("message", ({ data }: MessageEvent<Told>) => reach(data));
  // A tab that opens while all is quiet would else take over without knowing from where.
  say({ type: "where" });
  const lead = () =>
    new Promise<void>((resolve) => {
      leading = true;
      const stop = readStream(
        () => position,
        (told) => reach(told) && say(told),
      );
      ended.signal.addEventListener("abort", () => {
        stop();
        resolve();
      });
    });
  navigator.locks.request(channelName, { signal: ended.signal }, lead).catch(() => undefined);
  return () => {
    ended.abort();
    channel.close();
  };
}

/** Ends every other tab's session screen too. */
export function tellSignedOut(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage({ type: "signed-out" } satisfies Told);
  channel.close();
}

function readStream(after: () => number | undefined, tell: (told: Told) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  const passed = ({ lastEventId }: MessageEvent<string>) => {
    failures = 0;
    tell({ type: "position", position: Number(lastEventId) });
  };
  const open = () => {
    const from = after();
    source = new EventSource(from === undefined ? path : `${path}?after=${from}`);
    source.addEventListener("log", ({ data }: MessageEvent<string>) => {
      failures = 0;
      const event = LiveEvent.safeParse(JSON.parse(data));
      if (event.success) tell({ type: "event", event: event.data });
    });
    // Where the stream begins, and what happened that this reader may not hear of: the place moves on all the same.
    source.addEventListener("open", (event) => event instanceof MessageEvent && passed(event));
    source.addEventListener("skip", passed);
    // While the browser reconnects by itself it sends Last-Event-ID; only a closed source is ours to reopen.
    source.addEventListener("error", () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, pauses[Math.min(failures++, pauses.length - 1)]);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
