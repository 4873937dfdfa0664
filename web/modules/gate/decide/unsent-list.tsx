import { useSession } from "../../../shell/session.tsx";
import { Button } from "../../../ui/button.tsx";
import { useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { useCheckNames } from "../check-kinds.ts";
import { decideTexts } from "./decide-texts.ts";
import { useOutbox } from "./outbox.ts";
import { UnsentNote } from "./unsent-note.tsx";

/** Every decision of this account that the server has not confirmed, whatever truck is open; nothing on a good line. */
export function UnsentList({ onOpen }: { onOpen: (trip: string) => void }) {
  const t = useTexts(decideTexts);
  const checkName = useCheckNames();
  const all = useOutbox(useSession().account.id).filter(({ tried, ended }) => tried || ended !== null);
  if (all.length === 0) return null;
  return (
    <Panel title={t("title")} note={all.length}>
      <ul className="unsent-list" aria-live="polite">
        {all.map((one) => (
          <li key={one.command}>
            <span className="plate num">{one.plate}</span>
            <span>{checkName(one.check)}</span>
            <Button small onClick={() => onOpen(one.trip)}>
              {t("open")}
            </Button>
            <UnsentNote one={one} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
