import { useQuery } from "@tanstack/react-query";
import { useLanguage, useTexts } from "../ui/language.tsx";
import { orpc } from "./api.ts";
import { useAsOf } from "./as-of.ts";
import { shellTexts } from "./shell-texts.ts";

/** The registry as of the reader's day; it changes rarely, so it is kept for ten minutes. */
export function useZoneRegistry() {
  const { asOf } = useAsOf();
  return useQuery({
    ...orpc.registry.readZone.queryOptions({ input: { asOf } }),
    staleTime: 600_000,
  });
}

/** The board whose zone this is, in full; in general words while its name is not there yet. */
export function useBoardName(): string {
  const t = useTexts(shellTexts);
  const { lang } = useLanguage();
  const { data } = useZoneRegistry();
  return data?.organisation.find((row) => row.type === "board")?.name[lang] ?? t("board");
}

/** Speaks the short name of a key of the registry; the key itself while names are not there yet. */
export function useNames(): (key: string | null | undefined) => string {
  const { lang } = useLanguage();
  const { data } = useZoneRegistry();
  return (key) => {
    if (!key) return "";
    const place = [
      ...(data?.route ?? []),
      ...(data?.yard ?? []),
      ...(data?.park ?? []),
      ...(data?.gate ?? []),
    ].find((row) => row.key === key);
    if (place) return place.shortName[lang];
    const ground = data?.exception_ground.find((row) => row.key === key);
    if (ground) return ground.name[lang];
    const organisation = data?.organisation.find((row) => row.key === key);
    return organisation ? (organisation.shortName ?? organisation.name)[lang] : key;
  };
}
