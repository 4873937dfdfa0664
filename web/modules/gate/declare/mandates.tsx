import type { MandateView } from "@moc/contract/gate/mandate.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { orpc } from "../../../shell/api.ts";
import { useNames } from "../../../shell/names.ts";
import { useSession } from "../../../shell/session.tsx";
import { Button } from "../../../ui/button.tsx";
import { day, noonOf } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { mayOf } from "../speak.ts";
import { GiveMandate, RevokeMandate } from "./mandate-dialogs.tsx";
import { mandateStates, mandateTexts } from "./mandate-texts.ts";

const looks = {
  in_force: { tone: "ok", glyph: "check" },
  planned: { tone: "idle", glyph: "wait" },
  over: { tone: "idle", glyph: "na" },
  revoked: { tone: "idle", glyph: "na" },
} as const;

/** Who files here as a firm or an agent. */
const files = (roles: readonly string[]) => roles.includes("firm") || roles.includes("customs_agent");

/** Mandates of the reader's organisation, in force and planned first. */
export function useMandates() {
  const { account } = useSession();
  return useQuery({
    ...orpc.gate.readMandates.queryOptions({ input: {} }),
    enabled: files(account.roles),
    refetchInterval: 60_000,
  });
}

/** Which agents may declare in the firm's name; an agent reads here whose mandates it has. */
export function Mandates() {
  const t = useTexts(mandateTexts);
  const { data } = useMandates();
  const [giving, setGiving] = useState(false);
  const [revoking, setRevoking] = useState<MandateView>();
  if (!data) return null;
  const gives = mayOf(data.may, "give_mandate")?.allowed === true;
  return (
    <Panel
      title={t("title")}
      note={t("note")}
      end={
        gives && (
          <Button small onClick={() => setGiving(true)}>
            {t("give")}
          </Button>
        )
      }
    >
      {data.mandates.length === 0 ? (
        <p className="pad-field soft">{t("none")}</p>
      ) : (
        <ul className="papers">
          {data.mandates.map((mandate) => (
            <li key={mandate.id}>
              <Line mandate={mandate} gives={gives} />
              {mayOf(mandate.may, "revoke_mandate")?.allowed === true && (
                <Button small look="quiet" onClick={() => setRevoking(mandate)}>
                  {t("revoke")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {giving && <GiveMandate onClose={() => setGiving(false)} />}
      {revoking && <RevokeMandate mandate={revoking} onClose={() => setRevoking(undefined)} />}
    </Panel>
  );
}

function Line({ mandate, gives }: { mandate: MandateView; gives: boolean }) {
  const t = useTexts(mandateTexts);
  const { lang } = useLanguage();
  const names = useNames();
  const { state, reason } = mandate;
  const { tone, glyph } = looks[state];
  const from = day(noonOf(mandate.from));
  const when =
    mandate.to === null ? t("open", { from }) : t("between", { from, to: day(noonOf(mandate.to)) });
  return (
    <span className="paper">
      <b>{names(gives ? mandate.agent : mandate.firm)}</b>{" "}
      <Tag tone={tone} glyph={glyph}>
        {mandateStates[state][lang]}
      </Tag>
      <small className="muted num">{[when, reason].filter(Boolean).join(marks[lang].semicolon)}</small>
    </span>
  );
}
