import { marks } from "@moc/contract/values/sentence.ts";
import { refusalOf } from "../../../shell/api.ts";
import { useRefusalText } from "../../../shell/problem.tsx";
import { Glyph } from "../../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { declareTexts, fieldTexts } from "./declare-texts.ts";
import type { Faults } from "./draft.ts";

/** Labels without holes. */
type FieldLabel = Exclude<keyof typeof fieldTexts, "goodsLine" | "containerNext" | "packagesCount">;

/** The field of a path, as its label names it; figures are the places of lines. */
const labels: Readonly<Record<string, FieldLabel>> = {
  route: "routeWanted",
  "vehicle.plate.number": "plate",
  "vehicle.plate.country": "plate",
  "vehicle.payloadClass": "payload",
  "vehicle.trailer.number": "trailer",
  "vehicle.containers": "container",
  "vehicle.containers.number": "container",
  "vehicle.vin": "vin",
  "driver.name": "driverName",
  "driver.paper": "driverPaper",
  "driver.phone": "driverPhone",
  owner: "owner",
  "goods.name": "goodsName",
  "goods.class": "goodsClass",
  "goods.hs": "hs",
  "goods.weightKg": "weight",
  "goods.packages": "packages",
  origin: "origin",
  "customsNumbers.0": "customsNumbers",
  "quarantine.0.service": "quarantineService",
  "quarantine.0.number": "quarantineNumber",
  note: "note",
};

/** Every fault in one place with the name of its field, spoken at once. */
export function FaultList({ faults }: { faults: Faults }) {
  const t = useTexts(declareTexts);
  const f = useTexts(fieldTexts);
  const { lang } = useLanguage();
  const named = (path: string): string => {
    const label = labels[path] ?? labels[path.replace(/\.\d+\./, ".")];
    return label ? `${f(label)}${marks[lang].colon}` : "";
  };
  return (
    <div className="errors" role="alert">
      <b className="em">
        <Glyph name="oct" /> {t("errors")}
      </b>
      <ul>
        {[...faults].map(([path, message]) => (
          <li key={path}>
            {named(path)}
            {message}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the server said no to after all was filled in: its sentence, and the fields that it names. */
export function Refused({ error }: { error: unknown }) {
  const refusal = useRefusalText();
  return (
    <div className="errors" role="alert">
      <b className="em">
        <Glyph name="oct" /> {refusal(error)}
      </b>
      <ul>
        {refusalOf(error)?.fields.map((field) => (
          <li key={field.path}>{field.message}</li>
        ))}
      </ul>
    </div>
  );
}
