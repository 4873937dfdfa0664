import { z } from "zod";
import { Side } from "../registry/admission.ts";
import { Download } from "../values/download.ts";
import { CommandId, Id } from "../values/ids.ts";
import { procedureOf } from "../values/procedure.ts";
import { FieldFault } from "../values/refusal.ts";
import { identifierText, Language } from "../values/text.ts";
import { Instant } from "../values/time.ts";
import { Declaration } from "./declaration.ts";
import { GoodsClass } from "./goods.ts";
import { gateRefusals } from "./refusals.ts";

/** Columns of a file of declarations: one truck a row; a row that fills columns of goods alone is another line of the truck above. */
export const importColumns = [
  "kind",
  "regime",
  "route",
  "plate",
  "payloadClass",
  "vin",
  "trailer",
  "container1",
  "size1",
  "container2",
  "size2",
  "driverName",
  "driverPaper",
  "driverPhone",
  "owner",
  "goodsName",
  "goodsClass",
  "hs",
  "weightKg",
  "packages",
  "customsNumbers",
  "quarantineService",
  "quarantineNumber",
  "note",
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** Declarations filed by one command. */
export const mostRows = 200;

/** One thing to mend: the row as the spreadsheet numbers it, the head of its column, the sentence. */
export const RowFault = FieldFault.extend({
  row: z.number().int(),
  column: z.string().nullable().describe("Head of the column as the file has it; null: the whole row"),
}).meta({ id: "RowFault" });
export type RowFault = z.infer<typeof RowFault>;

export const ImportRow = z
  .strictObject({
    row: z.number().int(),
    plate: z.string().describe("As typed"),
    route: z.string().describe("As typed"),
    goods: z.string().describe("As typed"),
    faults: z.array(RowFault),
    notListed: z
      .array(z.strictObject({ side: Side, goods: z.array(GoodsClass), illustrative: z.boolean() }))
      .describe("Goods that a side of the route does not list: a warning, no fault"),
  })
  .meta({ id: "ImportRow" });
export type ImportRow = z.infer<typeof ImportRow>;

/** What would be filed. Preview and filing go the same way; the preview takes everything back. */
export const ImportPreview = z
  .strictObject({
    rows: z.array(ImportRow),
    faulty: z.number().int().describe("Rows that need mending; while one does, none is filed"),
    filedAt: Instant.nullable().describe(
      "The same rows were filed then and trucks of them are still under way",
    ),
  })
  .meta({ id: "ImportPreview" });
export type ImportPreview = z.infer<typeof ImportPreview>;

const FiledTrip = z.strictObject({ row: z.number().int(), trip: Id, code: z.string(), plate: z.string() });
export const ImportDone = z
  .strictObject({
    trips: z.array(FiledTrip),
    already: z.boolean().describe("The same rows had been filed before; nothing was filed now"),
  })
  .meta({ id: "ImportDone" });
export type ImportDone = z.infer<typeof ImportDone>;

const procedure = procedureOf(gateRefusals);
const tags = ["gate"];
const File = z
  .strictObject({
    name: identifierText(200),
    content: z.base64().min(1).describe("The bytes of an XLSX or CSV file"),
  })
  .meta({ id: "ImportFile" });
export type ImportFile = z.infer<typeof File>;

/** Many declarations at once: all of them, or none. */
export const importRoutes = {
  readImportTemplate: procedure
    .route({ method: "GET", path: "/imports/template", summary: "An empty file with every column", tags })
    .input(z.strictObject({ format: z.enum(["xlsx", "csv"]), language: Language.optional() }))
    .output(Download),
  previewImport: procedure
    .route({
      method: "POST",
      path: "/imports/preview",
      summary: "What a file would file; writes nothing",
      tags,
    })
    .input(z.strictObject({ file: File }))
    .output(ImportPreview),
  importDeclarations: procedure
    .route({ method: "POST", path: "/imports", summary: "File every row of a file, or none", tags })
    .input(z.strictObject({ command: CommandId, file: File }))
    .output(ImportDone),
  declareMany: procedure
    .route({
      method: "POST",
      path: "/declarations/batch",
      summary: "Declare many trucks at once, or none",
      tags,
    })
    .input(z.strictObject({ command: CommandId, declarations: z.array(Declaration).min(1).max(mostRows) }))
    .output(ImportDone),
};
