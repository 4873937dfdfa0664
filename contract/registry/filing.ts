import { Direction } from "../values/traffic.ts";
import { count } from "./amounts.ts";

/**
 * How often trucks may be declared that never come. A declaration keeps its plate from everybody else, so whoever files
 * strangers' plates blocks them; it shows in trucks that do not come.
 */
export const filingRuleFields = {
  direction: Direction,
  withinDays: count.max(366).describe("Looked back so many days"),
  perPlate: count.describe("Declarations of one plate by one filer that ended before the truck came"),
  perFiler: count.describe(
    "The same of all plates: beyond it the filer declares trucks alone that it has brought in those days",
  ),
};
