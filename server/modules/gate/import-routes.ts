import { importRoutes } from "@moc/contract/gate/import.ts";
import { implement } from "@orpc/server";
import type { Call } from "../../platform/http/server.ts";
import { declareMany } from "./declare-many.ts";
import { importDeclarations, previewImport } from "./import-declarations.ts";
import { readImportTemplate } from "./import-template.ts";
import type { GateParts } from "./parts.ts";

/** The routes of many declarations at once and the use case behind each. */
export function importHandlers(parts: GateParts) {
  const os = implement(importRoutes).$context<Call>();
  return {
    readImportTemplate: os.readImportTemplate.handler(({ input, context }) =>
      readImportTemplate(parts, context.actor, input),
    ),
    previewImport: os.previewImport.handler(({ input, context }) =>
      previewImport(parts, context.actor, input),
    ),
    importDeclarations: os.importDeclarations.handler(({ input, context }) =>
      importDeclarations(parts, context.actor, input),
    ),
    declareMany: os.declareMany.handler(({ input, context }) => declareMany(parts, context.actor, input)),
  };
}
