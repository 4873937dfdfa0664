import type { RunningServer } from "./running-server.ts";

export type Heard = { positions: number[] };

const quiet = 1500; // ms without a word: the stream has caught up

/** Follows the live stream of one account from a position until it has caught up. Skipped positions count as heard of. */
export async function readStream(
  server: RunningServer,
  userName: string,
  after: number,
  password?: string,
): Promise<Heard> {
  const cookie = await server.cookieOf(userName, password);
  const stop = new AbortController();
  const answer = await fetch(`${server.url}/api/live`, {
    headers: { cookie, "last-event-id": String(after) },
    signal: stop.signal,
  });
  if (answer.body === null) throw new Error("the stream has no body");
  const positions: number[] = [];
  let text = "";
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const next = await Promise.race([reader.read(), pause(quiet)]);
    if (next === null || next.done) break;
    text += next.value;
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      if (block.includes("event: log")) positions.push(Number(/^id: (\d+)$/m.exec(block)?.[1]));
    }
  }
  stop.abort();
  return { positions };
}

function pause(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms));
}
