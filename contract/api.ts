import { gateContract } from "./gate/routes.ts";
import { identityContract } from "./identity/routes.ts";
import { platformContract } from "./platform/routes.ts";
import { registryContract } from "./registry/routes.ts";

/** The whole public API, room by room. Each room's contract stays apart so that inference stays local. */
export const api = {
  platform: platformContract,
  registry: registryContract,
  identity: identityContract,
  gate: gateContract,
};
