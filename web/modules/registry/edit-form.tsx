import { fieldWord } from "@moc/contract/registry/messages/field-words.ts";
import { fieldsOf, nameOf } from "@moc/contract/registry/messages/row-words.ts";
import { type RegistryRow, Statement } from "@moc/contract/registry/rows.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { commandId, orpc, refusalOf } from "../../shell/api.ts";
import { useRefusalText } from "../../shell/problem.tsx";
import { useZoneClock } from "../../shell/zone.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../ui/language.tsx";
import { useToast } from "../../ui/toast.tsx";
import { type Typed, typedOf, untyped } from "./edit-value.ts";
import { registryTexts } from "./registry-texts.ts";

/** One text field for each field of the row; lists and nested values are typed as the hint says. */
function RowFields(props: {
  typed: Typed;
  onTyped: (typed: Typed) => void;
  faultOf: (path: string) => string | undefined;
}) {
  const t = useTexts(registryTexts);
  const { lang } = useLanguage();
  return [...props.typed].map(([path, field]) => (
    <TextField
      key={path}
      label={fieldWord(path, lang)}
      hint={field.shape === "list" ? t("listHint") : field.shape === "json" ? t("jsonHint") : t("emptyHint")}
      value={field.text}
      error={props.faultOf(path)}
      onChange={(event) =>
        props.onTyped(new Map(props.typed).set(path, { ...field, text: event.target.value }))
      }
    />
  ));
}

/** Sends the statement; when it stands, says so and lets every screen read the registry anew. */
function useEdit(row: RegistryRow, onDone: () => void) {
  const t = useTexts(registryTexts);
  const { lang } = useLanguage();
  const tell = useToast();
  const queries = useQueryClient();
  return useMutation({
    ...orpc.registry.editRow.mutationOptions(),
    onSuccess: async () => {
      tell("done", t("saved", { name: nameOf(row, lang) }));
      await queries.invalidateQueries({ queryKey: orpc.registry.key() });
      onDone();
    },
  });
}

/** States a row anew from a day on: the version before is closed, never changed. Faults come from the server by field. */
export function EditForm({ row, onDone }: { row: RegistryRow; onDone: () => void }) {
  const t = useTexts(registryTexts);
  const zone = useZoneClock();
  const refusal = useRefusalText();
  const [command] = useState(commandId);
  const [typed, setTyped] = useState<Typed>(() => typedOf(fieldsOf(row)));
  const [stated, setStated] = useState({ validFrom: "", citation: "", reason: "" });
  const [broken, setBroken] = useState<readonly string[]>([]);
  const edit = useEdit(row, onDone);
  const faults = new Map(
    refusalOf(edit.error)?.fields.map((one) => [one.path.replace(/^statement\./, ""), one.message]),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { value, wrong } = untyped(typed);
    const statement = Statement.safeParse({ kind: row.kind, key: row.key, ...value });
    const bad = statement.success
      ? wrong
      : [...wrong, ...statement.error.issues.map((one) => String(one.path[0] ?? ""))];
    setBroken(bad);
    if (!statement.success || wrong.length > 0) return;
    edit.mutate({
      command,
      statement: statement.data,
      validFrom: stated.validFrom || zone?.day || null,
      citation: stated.citation,
      reason: stated.reason,
      seen: row.revision,
    });
  };
  const faultOf = (path: string) =>
    faults.get(path) ?? (broken.includes(path.split(".")[0] ?? path) ? t("jsonBroken") : undefined);
  const tie = (key: keyof typeof stated) => ({
    label: t(key),
    value: stated[key],
    error: faults.get(key),
    required: true,
    onChange: (event: { target: { value: string } }) => setStated({ ...stated, [key]: event.target.value }),
  });
  return (
    <form className="form" onSubmit={send}>
      {edit.isError && (
        <p className="errors em" role="alert">
          <Glyph name="oct" /> {refusal(edit.error)}
        </p>
      )}
      <h3 className="sect">{t("fields")}</h3>
      <RowFields typed={typed} onTyped={setTyped} faultOf={faultOf} />
      <TextField
        {...tie("validFrom")}
        type="date"
        required={false}
        value={stated.validFrom || (zone?.day ?? "")}
      />
      <TextField {...tie("citation")} />
      <TextField {...tie("reason")} />
      <div className="form-actions">
        <Button type="submit" look="primary" busy={edit.isPending}>
          {t("save")}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t("close")}
        </Button>
      </div>
    </form>
  );
}
