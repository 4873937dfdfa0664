import { listed } from "@moc/contract/values/sentence.ts";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useDeferredValue, useState } from "react";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { useHotkey } from "../ui/hotkey.ts";
import { Icon } from "../ui/icon.tsx";
import { useLanguage, useTexts } from "../ui/language.tsx";
import { orpc } from "./api.ts";
import { shellTexts } from "./shell-texts.ts";

/** Signs below which nothing is searched. */
const fewest = 2;
const matchesOf = (search: string) => orpc.gate.listTrips.queryOptions({ input: { search, limit: 8 } });

/** Ctrl K: finds a truck by plate, code or container number, from any screen. */
export function Search() {
  const t = useTexts(shellTexts);
  const [open, setOpen] = useState(false);
  useHotkey("k", () => setOpen(true), { ctrl: true });
  return (
    <>
      <button type="button" className="cell find" onClick={() => setOpen(true)} aria-keyshortcuts="Control+K">
        <Icon name="search" />
        <span>{t("find")}</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("find")}>
        <Finder onPicked={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Finder({ onPicked }: { onPicked: () => void }) {
  const t = useTexts(shellTexts);
  const { lang } = useLanguage();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const search = useDeferredValue(text.trim());
  const enabled = search.length >= fewest;
  const found = useQuery({ ...matchesOf(search), enabled, placeholderData: keepPreviousData });
  const rows = enabled ? (found.data?.rows ?? []) : [];
  const queries = useQueryClient();
  const open = (trip: string | undefined) => {
    if (!trip) return;
    void navigate({ to: "/trips/$trip", params: { trip } });
    onPicked();
  };
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((now) => Math.min(rows.length - 1, Math.max(0, now + step)));
    }
    if (event.key === "Enter") void pick(text.trim());
  };
  // Fingers are quicker than the network: what opens is the truck that was typed, not one that matched half of it.
  const pick = async (typed: string) => {
    if (typed === search && !found.isPlaceholderData && found.isSuccess) return open(rows[at]?.id);
    if (typed.length < fewest) return undefined;
    const matches = await queries.ensureQueryData(matchesOf(typed)).catch(() => undefined);
    return open(matches?.rows[0]?.id);
  };
  return (
    <div className="finder">
      <TextField
        label={t("findLabel")}
        hint={t("findHint")}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={keys}
      />
      <ul aria-live="polite">
        {rows.map((row, index) => (
          <li key={row.id}>
            <button type="button" aria-current={index === at} onClick={() => open(row.id)}>
              <span className="plate num">{row.plate.number}</span>
              <span className="muted num">{row.code}</span>
              <span className="soft">
                {listed(
                  lang,
                  row.goods.map((line) => line.name),
                )}
              </span>
            </button>
          </li>
        ))}
        {enabled && found.isSuccess && rows.length === 0 && <li className="muted">{t("findNone")}</li>}
      </ul>
    </div>
  );
}
