import type { Network } from "./network.ts";
import type { World } from "./world.ts";

/** A run at one moment: typed arrays only, so that it can be stored, sent to a worker, or taken up again. */
export type Snapshot = Omit<World, "network">;

/** A copy of the state of a run, between two events. */
export function saveWorld(world: World): Snapshot {
  const { network: _, ...state } = world;
  return structuredClone(state);
}

/** A run that goes on from `snapshot` as the saved one did, digit for digit; `network` must be the same. */
export function restoreWorld(network: Network, snapshot: Snapshot): World {
  return { network, ...structuredClone(snapshot) };
}
