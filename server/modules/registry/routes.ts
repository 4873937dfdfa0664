import { registryContract } from "@moc/contract/registry/routes.ts";
import { implement } from "@orpc/server";
import type { Call } from "../../platform/http/server.ts";
import { editRow } from "./edit-row.ts";
import { endRow } from "./end-row.ts";
import { exportRows } from "./export-rows.ts";
import { readConflicts } from "./read-conflicts.ts";
import { readPackGaps } from "./read-pack-gaps.ts";
import { readRouteDays } from "./read-route-days.ts";
import { readSides } from "./read-sides.ts";
import { readVersions } from "./read-versions.ts";
import { readZone } from "./read-zone.ts";
import type { RegistryParts } from "./registry-parts.ts";
import { resolveConflict } from "./resolve-conflict.ts";

export function registryRoutes(parts: RegistryParts) {
  const os = implement(registryContract).$context<Call>();
  return os.router({
    readZone: os.readZone.handler(({ input, context }) => readZone(parts, context.actor, input)),
    readSides: os.readSides.handler(() => readSides(parts)),
    readVersions: os.readVersions.handler(({ input, context }) => readVersions(parts, context.actor, input)),
    editRow: os.editRow.handler(async ({ input, context }) => {
      await editRow(parts, context.actor, input);
      return readVersions(parts, context.actor, input.statement).then(({ versions }) => ({ versions }));
    }),
    endRow: os.endRow.handler(async ({ input, context }) => {
      await endRow(parts, context.actor, input);
      return readVersions(parts, context.actor, input).then(({ versions }) => ({ versions }));
    }),
    readConflicts: os.readConflicts.handler(({ context }) => readConflicts(parts, context.actor)),
    readPackGaps: os.readPackGaps.handler(({ context }) => readPackGaps(parts, context.actor)),
    resolveConflict: os.resolveConflict.handler(async ({ input, context }) => {
      await resolveConflict(parts, context.actor, input);
      return readVersions(parts, context.actor, input).then(({ versions }) => ({ versions }));
    }),
    exportRows: os.exportRows.handler(({ input, context }) => exportRows(parts, context.actor, input)),
    readRouteDays: os.readRouteDays.handler(({ input, context }) =>
      readRouteDays(parts, context.actor, input),
    ),
  });
}
