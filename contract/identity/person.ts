import { z } from "zod";
import { Id } from "../values/ids.ts";
import { CivilDate, Instant } from "../values/time.ts";

/** Whose data; retention is set per class. */
export const PersonClass = z.enum(["account", "driver", "owner"]).meta({ id: "PersonClass" });
export type PersonClass = z.infer<typeof PersonClass>;

/** What is protected about one person. Everything else in the system knows the id alone. */
export const PersonData = z
  .strictObject({
    name: z.string(),
    paper: z.string().optional(),
    phone: z.string().optional(),
    email: z.string().optional(),
    note: z.string().optional(),
  })
  .meta({ id: "PersonData" });
export type PersonData = z.infer<typeof PersonData>;

/** A person as an administrator sees it when reading with a purpose; `data` is null once erased. */
export const Person = z
  .strictObject({
    id: Id,
    class: PersonClass,
    data: PersonData.nullable(),
    savedAt: Instant,
    erasedAt: Instant.nullable(),
    keepUntil: CivilDate.nullable().describe("By the retention in force; null: no rule, kept until asked"),
  })
  .meta({ id: "Person" });
export type Person = z.infer<typeof Person>;

/** For how long persons of a class are kept, from a day on. Zone days; the row in force on the day decides. */
export const Retention = z
  .strictObject({
    class: PersonClass,
    days: z.number().int().min(1).max(36_500),
    validFrom: CivilDate,
    ground: z.string().describe("Law or decision"),
    illustrative: z.boolean(),
  })
  .meta({ id: "Retention" });
export type Retention = z.infer<typeof Retention>;
