import { figure } from "./format.ts";
import { useLanguage } from "./language.tsx";

/** A figure the way of the language. A missing one is shown as unknown, never as zero. */
export function Num({ value, unknown = "?" }: { value: number | null | undefined; unknown?: string }) {
  const { lang } = useLanguage();
  if (value === null || value === undefined) return <span className="unknown">{unknown}</span>;
  return <span className="num">{figure(lang, value)}</span>;
}
