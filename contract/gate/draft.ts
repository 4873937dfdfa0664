import { z } from "zod";
import { CommandId, Id } from "../values/ids.ts";
import { procedureOf } from "../values/procedure.ts";
import { freeText, identifierText } from "../values/text.ts";
import { Instant } from "../values/time.ts";
import { Regime, TripKind } from "../values/traffic.ts";
import { GoodsClass } from "./goods.ts";
import { gateRefusals } from "./refusals.ts";
import { PayloadClass } from "./vehicle.ts";

const typed = (max: number) => freeText(max).or(z.literal(""));
const unchosen = z.literal("");

/** A declaration as it is typed: every field a text, so that what is half-typed can be kept. Checked when it is filed. */
export const TypedDeclaration = z
  .strictObject({
    kind: TripKind,
    regime: Regime,
    route: typed(64),
    plate: typed(32),
    payloadClass: PayloadClass.or(unchosen),
    vin: typed(32),
    trailer: typed(32),
    containers: z.array(z.strictObject({ number: typed(32), size: z.enum(["20", "40", "45"]) })).max(2),
    driverName: typed(100),
    driverPaper: typed(32),
    driverPhone: typed(32),
    owner: typed(200),
    origin: typed(64).optional(),
    goodsUnknown: z.boolean(),
    goods: z
      .array(
        z.strictObject({
          name: typed(200),
          class: GoodsClass.or(unchosen),
          hs: typed(16),
          weightKg: typed(16),
          packages: typed(16),
        }),
      )
      .max(50),
    customsNumbers: typed(700),
    quarantineService: z.enum(["health", "plant", "animal"]).or(unchosen),
    quarantineNumber: typed(64),
    note: typed(1000),
    twoWay: z.boolean().optional(),
  })
  .meta({ id: "TypedDeclaration" });
export type TypedDeclaration = z.infer<typeof TypedDeclaration>;

/** One paper on a firm's desk, by what is not personal in it. */
export const DraftRow = z
  .strictObject({
    id: Id,
    template: z.string().nullable().describe("Name that the firm gave it; null: a draft"),
    kind: TripKind,
    route: z.string().describe("Key of the registry, or empty while not chosen"),
    plate: z.string(),
    keptAt: Instant,
    expiresAt: Instant.describe(
      "By the dated rule; keeping it again, or filing from a template, starts anew",
    ),
    version: z.number().int(),
  })
  .meta({ id: "DraftRow" });
export type DraftRow = z.infer<typeof DraftRow>;

export const DraftView = DraftRow.extend({
  typed: TypedDeclaration,
  persons: z.array(Id).describe("Driver and owner, as identity keeps them until the draft goes"),
  erased: z.boolean().describe("One of them was erased: those fields are empty"),
}).meta({ id: "DraftView" });
export type DraftView = z.infer<typeof DraftView>;

/** Drafts and templates that one organisation may keep. */
export const mostDrafts = 200;

const procedure = procedureOf(gateRefusals);
const tags = ["gate"];
const Kept = z.strictObject({ draft: DraftRow });

/** Drafts and templates of the caller's organisation; nobody else sees them. */
export const draftRoutes = {
  listDrafts: procedure
    .route({ method: "GET", path: "/drafts", summary: "Drafts and templates of the own organisation", tags })
    .input(z.strictObject({}))
    .output(z.strictObject({ rows: z.array(DraftRow) })),
  readDraft: procedure
    .route({ method: "GET", path: "/drafts/{draft}", summary: "One draft or template, whole; audited", tags })
    .input(z.strictObject({ draft: Id }))
    .output(z.strictObject({ draft: DraftView })),
  keepDraft: procedure
    .route({ method: "POST", path: "/drafts", summary: "Keep a draft, or a template under a name", tags })
    .input(
      z.strictObject({
        command: CommandId,
        draft: Id.nullable().describe("null: a new one"),
        template: identifierText(80).nullable(),
        typed: TypedDeclaration,
        seen: z.number().int().optional().describe("Version that the caller saw"),
      }),
    )
    .output(Kept),
  dropDraft: procedure
    .route({
      method: "POST",
      path: "/drafts/{draft}/removal",
      summary: "Throw a draft or template away, with what is personal in it",
      tags,
      inputStructure: "compact",
    })
    .input(z.strictObject({ command: CommandId, draft: Id }))
    .output(z.strictObject({ dropped: Id })),
};
