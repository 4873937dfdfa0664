import type { ZoneClock } from "@moc/contract/platform/routes.ts";
import { useQuery } from "@tanstack/react-query";
import { orpc } from "./api.ts";

/** How often the header asks for zone time, ms. A live zone runs with the machine's clock, so rarely. */
const everyDemo = 2_000;
const everyLive = 20_000;

/** Zone time: it drives every clock on the screen; in demonstration it runs at its own speed. */
export function useZoneClock(): ZoneClock | undefined {
  return useQuery({
    ...orpc.platform.readClock.queryOptions(),
    refetchInterval: (query) => (query.state.data?.mode === "demo" ? everyDemo : everyLive),
    structuralSharing: true,
  }).data;
}
