import { alertWords } from "@moc/contract/gate/messages/alert-words.ts";
import type { Alert } from "@moc/contract/gate/operations.ts";
import { useNames } from "../../../shell/names.ts";
import { useTexts } from "../../../ui/language.tsx";
import { useCheckNames } from "../check-kinds.ts";

const elsewhere = { border: { vi: "biên giới", en: "the border", zh: "口岸" } } as const;

/** Says what an alert is about and where, in one line. */
export function useAlertTitle(): (alert: Alert) => string {
  const t = useTexts(alertWords);
  const say = useTexts(elsewhere);
  const names = useNames();
  const checkName = useCheckNames();
  return ({ kind, route, params }) =>
    t(kind, { route: route === null ? say("border") : names(route), check: checkName(params.check ?? "") });
}
