import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLanguage } from "../ui/language.tsx";
import type { Lang } from "../ui/text.ts";
import { commandId, orpc } from "./api.ts";

/** Every language in its own words. */
export const languageNames = { vi: "Tiếng Việt", en: "English", zh: "中文" } as const satisfies Record<
  Lang,
  string
>;

/** The reader's language; a change is kept with the account, so that refusals of the server follow it. */
export function useReaderLanguage(): { lang: Lang; setLang: (lang: Lang) => void } {
  const { lang, setLang } = useLanguage();
  const queries = useQueryClient();
  const keep = useMutation({
    ...orpc.identity.setLanguage.mutationOptions(),
    // The operator's page holds sentences of the server.
    onSuccess: () => queries.invalidateQueries({ queryKey: orpc.platform.readAlerts.key() }),
  });
  return {
    lang,
    setLang: (next) => {
      setLang(next);
      keep.mutate({ command: commandId(), language: next });
    },
  };
}
