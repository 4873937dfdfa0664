import { marks } from "@moc/contract/values/sentence.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { orpc } from "../../../shell/api.ts";
import { useSession } from "../../../shell/session.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useCheckNames } from "../check-kinds.ts";
import { decisionWords } from "../words.ts";
import { decideTexts } from "./decide-texts.ts";
import { outbox } from "./outbox.ts";
import { type Heard, sendUnsent } from "./send-unsent.ts";

/** So often an unsent decision is tried again, ms. */
const everyMs = 5_000;

/** Sends the decisions of this account as long as a screen with checks is open, and tells what became of each. */
export function useSending(): void {
  const { account } = useSession();
  const queries = useQueryClient();
  const tell = useToast();
  const t = useTexts(decideTexts);
  const { lang } = useLanguage();
  const checkName = useCheckNames();
  const heard: Heard = (one, answer) => {
    const what = `${one.plate}${marks[lang].comma}${checkName(one.check)}`;
    if ("trip" in answer) {
      queries.setQueryData(orpc.gate.readTrip.queryKey({ input: { trip: one.trip } }), answer);
      tell("done", `${what}${marks[lang].colon}${decisionWords[one.decision]?.[lang]}${marks[lang].stop}`);
    } else tell("refused", `${what}${marks[lang].colon}${answer.ended.text || t("tooOld")}`);
    void queries.invalidateQueries({ queryKey: orpc.gate.key() });
  };
  const latest = useRef(heard);
  useEffect(() => {
    latest.current = heard;
  });
  useEffect(() => {
    const run = () => void sendUnsent(account.id, (one, answer) => latest.current(one, answer));
    run();
    const stop = outbox.listen(run);
    addEventListener("online", run);
    const timer = setInterval(run, everyMs);
    return () => {
      stop();
      removeEventListener("online", run);
      clearInterval(timer);
    };
  }, [account.id]);
}
