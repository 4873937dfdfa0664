import { useMutation } from "@tanstack/react-query";
import { commandId, orpc, queryClient } from "../../../shell/api.ts";
import { useRefusalText } from "../../../shell/problem.tsx";
import { useTexts } from "../../../ui/language.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { deskTexts } from "./desk-texts.ts";
import { type DraftInHand, origin } from "./draft-store.ts";

const readAnew = () => queryClient.invalidateQueries({ queryKey: orpc.gate.listDrafts.key() });

/** Lays what is in hand on the desk of the organisation: as the draft that it came from, or as a new template. */
export function useKeep(hand: DraftInHand) {
  const t = useTexts(deskTexts);
  const tell = useToast();
  const refusal = useRefusalText();
  const keep = useMutation({
    ...orpc.gate.keepDraft.mutationOptions(),
    onSuccess: ({ draft }) => {
      if (draft.template === null) origin.keep(draft);
      tell("done", draft.template === null ? t("keptNow") : t("templateKept", { name: draft.template }));
      void readAnew();
    },
    onError: (error) => tell("refused", refusal(error)),
  });
  const from = origin.read();
  const { draft: typed } = hand;
  return {
    busy: keep.isPending,
    draft: (onKept: () => void) => {
      // A declaration that began with a template is a paper of its own.
      const mine = from?.template === null ? { draft: from.id, seen: from.version } : { draft: null };
      keep.mutate({ command: commandId(), template: null, typed, ...mine }, { onSuccess: onKept });
    },
    template: (template: string, onKept: () => void) =>
      keep.mutate({ command: commandId(), template, typed, draft: null }, { onSuccess: onKept }),
  };
}

/** Takes a paper from the desk into the hand. */
export function useTake(hand: DraftInHand) {
  const t = useTexts(deskTexts);
  const tell = useToast();
  const refusal = useRefusalText();
  return useMutation({
    ...orpc.gate.readDraft.mutationOptions(),
    onSuccess: ({ draft }) => {
      hand.clear();
      hand.change(draft.typed);
      origin.keep(draft);
      if (draft.erased) tell("refused", t("erased"));
    },
    onError: (error) => tell("refused", refusal(error)),
  });
}

/** Throws a paper away. */
export function useDrop() {
  const t = useTexts(deskTexts);
  const tell = useToast();
  const refusal = useRefusalText();
  return useMutation({
    ...orpc.gate.dropDraft.mutationOptions(),
    onSuccess: ({ dropped }) => {
      if (origin.read()?.id === dropped) origin.keep(undefined);
      tell("done", t("dropped"));
      void readAnew();
    },
    onError: (error) => tell("refused", refusal(error)),
  });
}
