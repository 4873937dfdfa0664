import { connect, createServer, type NetConnectOpts, type Socket } from "node:net";

/** A line to a server that can be cut, as when the other machine or the way to it is away. */
export type Line = {
  port: number;
  /** Breaks every connection, and each that is begun from now on. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
};

/** Lays a line from a free port of this machine to `target`. */
export async function layLine(target: NetConnectOpts): Promise<Line> {
  const open = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) {
      near.destroy();
      return;
    }
    const far = connect(target);
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(end);
      end.on("error", () => undefined);
      end.on("close", () => {
        open.delete(end);
        other.destroy();
      });
      end.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const cut = () => {
    whole = false;
    for (const end of open) end.destroy();
  };
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    cut,
    mend() {
      whole = true;
    },
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
