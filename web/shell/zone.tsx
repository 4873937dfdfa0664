import type { ZoneClock } from "@moc/contract/platform/routes.ts";
import { useQuery } from "@tanstack/react-query";
import { orpc, refused } from "./api.ts";

/** How often the header asks for zone time, ms. A live zone runs with the machine's clock, so rarely. */
const everyDemo = 2_000;
const everyLive = 20_000;

const useClock = () =>
  useQuery({
    ...orpc.platform.readClock.queryOptions(),
    refetchInterval: (query) => (query.state.data?.mode === "demo" ? everyDemo : everyLive),
    structuralSharing: true,
  });

/** Zone time: it drives every clock on the screen; in demonstration it runs at its own speed. */
export function useZoneClock(): ZoneClock | undefined {
  return useClock().data;
}

/** The zone time at which the server was last heard, while it cannot be reached; undefined while it can. */
export function useLineLost(): ZoneClock["now"] | undefined {
  const { data, error, failureReason, fetchStatus } = useClock();
  const failed = failureReason ?? error;
  const lost = fetchStatus === "paused" || (failed !== null && !refused(failed));
  return lost ? data?.now : undefined;
}
