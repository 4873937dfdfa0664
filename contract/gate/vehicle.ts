import { z } from "zod";
import { identifierText } from "../values/text.ts";
import { PayloadClass } from "../values/traffic.ts";

/** Plate as painted, spaces and dots folded away: VN `29H50812`, CN `桂F12345`. */
export const Plate = z
  .strictObject({
    country: z.enum(["VN", "CN"]),
    number: identifierText(16).transform((value) => value.toUpperCase().replace(/[\s.·•-]/g, "")),
  })
  .superRefine((plate, context) => {
    const pattern = plate.country === "VN" ? vnPlate : cnPlate;
    if (!pattern.test(plate.number)) {
      context.addIssue({ code: "custom", path: ["number"], params: { code: "plate_format" } });
    }
  })
  .meta({ id: "Plate" });
export type Plate = z.infer<typeof Plate>;

// VN: two digits of the province, one or two letters (and a digit on older series), four or five digits; trailers end in R.
const vnPlate = /^\d{2}[A-Z]{1,2}\d{4,6}$/;
// CN: province character, letter, five (ordinary) or six (new energy) letters or digits, 挂 on a trailer, 临 on the
// temporary plate of a new vehicle.
const cnPlate = /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9]{4,6}[挂临]?$/;

const letterValues = "0123456789A?BCDEFGHIJK?LMNOPQRSTU?VWXYZ";

/** ISO 6346 check digit of the first ten characters of a container number: Σ value × 2^place, mod 11, mod 10. */
export function containerCheckDigit(first10: string): number {
  const sum = [...first10].reduce(
    (total, character, place) => total + letterValues.indexOf(character) * 2 ** place,
    0,
  );
  return (sum % 11) % 10;
}

/** Container number by ISO 6346 (owner code, category U, J or Z, serial number, check digit). */
export const ContainerNumber = identifierText(16)
  .transform((value) => value.toUpperCase().replace(/[\s-]/g, ""))
  .superRefine((value, context) => {
    if (!/^[A-Z]{3}[UJZ]\d{7}$/.test(value)) {
      context.addIssue({ code: "custom", params: { code: "container_format" } });
    } else if (containerCheckDigit(value.slice(0, 10)) !== Number(value[10])) {
      context.addIssue({ code: "custom", params: { code: "container_check_digit" } });
    }
  })
  .meta({ id: "ContainerNumber" });
export type ContainerNumber = z.infer<typeof ContainerNumber>;

export const Container = z
  .strictObject({ number: ContainerNumber, size: z.enum(["20", "40", "45"]) })
  .meta({ id: "Container" });
export type Container = z.infer<typeof Container>;

/** 17 characters without I, O, Q (ISO 3779); CN vehicles also carry a check digit, which others need not. */
export const Vin = identifierText(17)
  .transform((value) => value.toUpperCase())
  .refine((value) => /^[A-HJ-NPR-Z0-9]{17}$/.test(value), { params: { code: "vin_format" } })
  .meta({ id: "Vin" });
export type Vin = z.infer<typeof Vin>;

export { PayloadClass };

export const Vehicle = z
  .strictObject({
    plate: Plate,
    vin: Vin.optional(),
    payloadClass: PayloadClass,
    trailer: Plate.optional(),
    containers: z.array(Container).max(2).default([]),
  })
  .meta({ id: "Vehicle" });
export type Vehicle = z.infer<typeof Vehicle>;
