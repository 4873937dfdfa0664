import type { Declaration } from "@moc/contract/gate/declaration.ts";
import type { TypedDeclaration } from "@moc/contract/gate/draft.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";

const given = <T>(key: string, value: T | "" | undefined) =>
  value === "" || value === undefined ? {} : { [key]: value };
const number = (text: string): number | undefined =>
  text.trim() === "" ? undefined : Number(text.replaceAll(/[\s.,]/g, ""));

/** What was typed, in the shape of the contract; not yet checked. Empty fields are left out. */
export function declarationOf(typed: TypedDeclaration): Partial<Record<keyof Declaration, unknown>> {
  const { country } = kindTraits[typed.kind];
  return {
    kind: typed.kind,
    regime: typed.regime,
    ...given("route", typed.route),
    vehicle: {
      plate: { country, ...given("number", typed.plate) },
      ...given("payloadClass", typed.payloadClass),
      ...given("vin", typed.vin),
      ...(typed.trailer && { trailer: { country, number: typed.trailer } }),
      containers: typed.containers.filter((one) => one.number !== ""),
    },
    driver: {
      ...given("name", typed.driverName),
      ...given("paper", typed.driverPaper),
      ...given("phone", typed.driverPhone.replaceAll(/[\s.-]/g, "")),
    },
    ...given("owner", typed.owner),
    goods: typed.goodsUnknown
      ? []
      : typed.goods.map((line) => ({
          ...given("name", line.name),
          ...given("class", line.class),
          ...given("hs", line.hs.replaceAll(".", "")),
          ...given("weightKg", number(line.weightKg)),
          ...given("packages", number(line.packages)),
        })),
    ...given("origin", typed.origin),
    customsNumbers: typed.customsNumbers.split(/[\s,;]+/).filter(Boolean),
    quarantine: typed.quarantineNumber
      ? [{ ...given("service", typed.quarantineService), number: typed.quarantineNumber }]
      : [],
    ...given("note", typed.note),
    ...(typed.twoWay === true && { twoWay: true }),
  };
}
