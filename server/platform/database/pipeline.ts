import { Socket } from "node:net";
import pg from "pg";
import { prepareStatements } from "./prepared.ts";

/** Connections on which statements are sent before the answers to the earlier ones have come. */
export type Pipeline = {
  /** Each statement is a transaction of its own: one that fails leaves the others as they are. */
  query<Row>(text: string, values: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
};

/** `asked`: how many statements are on their way; `opened`: until it has taken its settings. */
type Line = { client: pg.Client; socket: Socket; asked: number; opened: Promise<unknown> | null };

/**
 * Opens connections one at a time as they are needed, and at most so many: a statement takes the first that is idle, else
 * the one with the fewest before it. One that breaks fails what was sent on it and is replaced at the next need.
 */
export function openPipeline(config: pg.ClientConfig, afterConnect: string, most: number): Pipeline {
  const lines = new Set<Line>();

  function open(): Line {
    const socket = new Socket();
    const client = new pg.Client({ ...config, pipeline: true, stream: () => socket });
    // One that breaks says so by what was sent on it; an error that nobody hears would end the process.
    client.on("error", () => lines.delete(line));
    prepareStatements(client);
    const line: Line = { client, socket, asked: 0, opened: null };
    // What is sent on a connection without these settings would ask another schema.
    line.opened = Promise.all([client.connect(), client.query(afterConnect)]).then(
      () => {
        line.opened = null;
      },
      async (error: unknown) => {
        lines.delete(line);
        await client.end();
        throw error;
      },
    );
    lines.add(line);
    return line;
  }

  function freest(): Line {
    const [first, ...rest] = lines;
    if (first === undefined) return open();
    let best = first;
    let opening = best.opened !== null;
    for (const line of rest) {
      opening ||= line.opened !== null;
      if (best.opened !== null || (line.opened === null && line.asked < best.asked)) best = line;
    }
    return best.asked === 0 || opening || lines.size === most ? best : open();
  }

  return {
    async query<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
      const line = freest();
      line.asked += 1;
      try {
        if (line.opened !== null) await line.opened;
        sendTogether(line.socket);
        const { rows } = await line.client.query(text, [...values]);
        return rows as Row[]; // as: whoever wrote the statement knows its columns
      } finally {
        line.asked -= 1;
      }
    },
    async close() {
      await Promise.all([...lines].map(({ client }) => client.end()));
    },
  };
}

/** What is written until the program is done with its present event goes out as one. */
function sendTogether(socket: Socket): void {
  if (socket.writableCorked > 0) return;
  socket.cork();
  process.nextTick(() => socket.uncork());
}
