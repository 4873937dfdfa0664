import type { TripView } from "@moc/contract/gate/trip.ts";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { orpc } from "../../../shell/api.ts";
import { useRefusalText } from "../../../shell/problem.tsx";
import { useTexts } from "../../../ui/language.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { plateText } from "../speak.ts";
import { draftOf } from "./amendment.ts";
import { deskTexts } from "./desk-texts.ts";
import { origin, useDeclarationDraft } from "./draft-store.ts";

/** Takes what was filed for an earlier trip into the hand. Its papers were for that load and stay behind. */
export function useCopy(trip: TripView) {
  const t = useTexts(deskTexts);
  const tell = useToast();
  const refusal = useRefusalText();
  const navigate = useNavigate();
  const hand = useDeclarationDraft();
  const read = useMutation({
    ...orpc.gate.readDeclaration.mutationOptions(),
    onSuccess: ({ declaration }) => {
      hand.clear();
      hand.change({ ...draftOf(declaration), customsNumbers: "", note: "" });
      origin.keep(undefined);
      tell("done", t("copied", { plate: plateText(trip.plate) }));
      void navigate({ to: "/declare/$step", params: { step: "vehicle" } });
    },
    onError: (error) => tell("refused", refusal(error)),
  });
  return { label: t("copy"), onPick: () => read.mutate({ trip: trip.id }) };
}
