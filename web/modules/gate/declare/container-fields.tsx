import { Button } from "../../../ui/button.tsx";
import { beginAt, SelectField, TextField } from "../../../ui/field.tsx";
import { useTexts } from "../../../ui/language.tsx";
import type { FormProps } from "./declare-fields.tsx";
import { fieldTexts } from "./declare-texts.ts";
import { type DraftContainer, emptyContainer } from "./draft.ts";

/** A truck carries at most two, then of 20 ft each (contract). */
const most = 2;
const sizes = ["20", "40", "45"] as const satisfies readonly DraftContainer["size"][];

/** The containers of the truck; a line without a number is none. */
export function ContainerFields({ draft, change, faults }: FormProps) {
  const t = useTexts(fieldTexts);
  const { containers } = draft;
  const set = (at: number, part: Partial<DraftContainer>) =>
    change({ containers: containers.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  /** Empty lines are left out of what is sent, and of the places that faults name. */
  const faultOf = (at: number) => {
    const place = containers.slice(0, at).filter((one) => one.number !== "").length;
    return containers[at]?.number ? faults.get(`vehicle.containers.${place}.number`) : undefined;
  };
  return (
    <>
      {containers.map((one, at) => (
        // Lines have no identity but their place until they are filed.
        <div className="pair" key={`container-${at + 1}`}>
          <TextField
            label={at === 0 ? t("container") : t("containerNext", { n: at + 1 })}
            hint={t("containerHint")}
            name={`containers.${at}.number`}
            value={one.number}
            error={faultOf(at) ?? (at === 0 ? faults.get("vehicle.containers") : undefined)}
            onChange={(event) => set(at, { number: event.target.value })}
          />
          <SelectField
            label={t("containerSize")}
            name={`containers.${at}.size`}
            value={one.size}
            options={sizes.map((value) => ({ value, label: value }))}
            onChange={(event) => set(at, { size: sizes.find((size) => size === event.target.value) ?? "40" })}
          />
        </div>
      ))}
      {containers.length < most && (
        <Button
          icon="plus"
          onClick={() => {
            change({ containers: [...containers, emptyContainer] });
            beginAt(`containers.${containers.length}.number`);
          }}
        >
          {t("addContainer")}
        </Button>
      )}
    </>
  );
}
