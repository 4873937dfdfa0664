import { z } from "zod";
import { Id, Key } from "../values/ids.ts";
import { freeText, identifierText } from "../values/text.ts";
import { Regime, TripKind, tripKinds } from "../values/traffic.ts";
import { GoodsLine, QuarantinePaper } from "./goods.ts";
import { kindFaults } from "./trip-kind.ts";
import { Vehicle } from "./vehicle.ts";

export { Regime, TripKind, tripKinds };

/** Parts of a declaration that can be amended; owner, declarant, kind and regime cannot: a place is not for sale. */
export const amendFields = ["vehicle", "driver", "goods", "route", "customsNumbers"] as const;
export const AmendField = z.enum(amendFields).meta({ id: "AmendField" });
export type AmendField = z.infer<typeof AmendField>;

/** The person at the wheel. Personal data: kept by identity under a key of its own, never in an event. */
export const Driver = z
  .strictObject({
    name: identifierText(100),
    paper: identifierText(32).describe("Number of the identity paper or border pass"),
    phone: z
      .string()
      .regex(/^\+?\d{8,15}$/)
      .optional(),
  })
  .meta({ id: "Driver" });
export type Driver = z.infer<typeof Driver>;

const note = freeText(1000);

/** A driver who takes over. The note of a filing is kept with its driver: without one here it goes with the one before. */
export const NewDriver = Driver.extend({ note: note.optional() }).meta({ id: "NewDriver" });
export type NewDriver = z.infer<typeof NewDriver>;

/**
 * Whose the goods are, as the log may say it: a registered organisation by its key; anybody else may be a natural person
 * and is kept by identity. Exactly one of the two is set.
 */
export const Owner = z
  .strictObject({ organisation: Key.nullable(), person: Id.nullable() })
  .refine(({ organisation, person }) => (organisation === null) !== (person === null))
  .meta({ id: "Owner" });
export type Owner = z.infer<typeof Owner>;

/** One filing for every force: each reads its own extract, nobody types twice. */
export const Declaration = z
  .strictObject({
    kind: TripKind,
    regime: Regime,
    route: Key.describe("Route wanted, key of the registry"),
    vehicle: Vehicle,
    driver: Driver,
    owner: identifierText(200).describe(
      "Owner of the goods, by name; a registered organisation by its registered name",
    ),
    goods: z.array(GoodsLine).max(50).describe("Empty while the goods are not yet known"),
    origin: identifierText(64).optional().describe("Province that the goods come from"),
    customsNumbers: z.array(identifierText(32)).max(20).default([]),
    quarantine: z.array(QuarantinePaper).max(20).default([]),
    note: note.optional(),
    twoWay: z
      .boolean()
      .optional()
      .describe("Carries goods both ways under the pilot of two-way carriage; absent: no"),
  })
  .superRefine((declaration, context) => {
    for (const { field, code } of kindFaults(declaration)) {
      context.addIssue({ code: "custom", path: field.split("."), params: { code } });
    }
    const numbers = declaration.vehicle.containers.map((container) => container.number);
    if (new Set(numbers).size < numbers.length) {
      context.addIssue({
        code: "custom",
        path: ["vehicle", "containers"],
        params: { code: "container_twice" },
      });
    }
  })
  .meta({ id: "Declaration" });
export type Declaration = z.infer<typeof Declaration>;

/** A filing as it stands, for the form that amends it; what is protected in it, for those who may amend alone. */
export const FiledDeclaration = z
  .strictObject({
    kind: TripKind,
    regime: Regime,
    route: Key,
    vehicle: Vehicle,
    driver: Driver.nullable().describe("null: erased"),
    owner: z.string().nullable().describe("null: erased"),
    goods: z.array(GoodsLine),
    customsNumbers: z.array(z.string()),
    quarantine: z.array(QuarantinePaper),
    note: z.string().nullable(),
    amendable: z.array(AmendField).describe("Fields that may still be amended; the others are fixed"),
    version: z.number().int().describe("Version of the trip, to be sent back with the amendment"),
  })
  .meta({ id: "FiledDeclaration" });
export type FiledDeclaration = z.infer<typeof FiledDeclaration>;
