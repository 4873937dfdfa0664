import type { CheckKindRow } from "@moc/contract/registry/rows.ts";
import { kindsKnown } from "@moc/engines/registry/check-kinds.ts";
import { useCallback, useMemo } from "react";
import { useZoneRegistry } from "../../shell/names.ts";
import { useLanguage } from "../../ui/language.tsx";

/** The kind of check with a key, as it holds or last held; undefined while the registry is not there yet. */
export type KindOf = (key: string) => CheckKindRow | undefined;

/** Tells kinds by their key; the same function until the registry changes, so that rows drawn with it stay. */
export function useCheckKinds(): KindOf {
  const { data } = useZoneRegistry();
  const day = data?.asOf ?? "";
  const kinds = useMemo(() => kindsKnown(data?.check_kind ?? [], day), [data, day]);
  return useCallback((key) => kinds.find((kind) => kind.key === key), [kinds]);
}

/** Speaks the name of a kind of check; its key while names are not there yet. */
export function useCheckNames(): (key: string) => string {
  const { lang } = useLanguage();
  const kindOf = useCheckKinds();
  return (key) => kindOf(key)?.name[lang] ?? key;
}
