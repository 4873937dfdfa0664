import type { ReactNode } from "react";
import { useTexts } from "../ui/language.tsx";
import { Skeleton } from "../ui/states.tsx";
import type { Texts } from "../ui/text.ts";
import { refused } from "./api.ts";
import { Problem } from "./problem.tsx";

const texts = { reading: { vi: "Đang đọc", en: "Reading", zh: "正在读取" } } as const satisfies Texts;

type Reading<Data> = { data: Data | undefined; error: Error | null; refetch: () => unknown };

/**
 * What a screen has read. It stays while a later reading fails, as when the line is lost, which the shell tells of; a refusal
 * is an answer, and takes its place. Before there is anything: its outline of `rows` with columns of `widths` pixels, or
 * nothing without those.
 */
export function Read<Data>(props: {
  of: Reading<Data>;
  rows?: number | undefined;
  widths?: readonly number[] | undefined;
  children: (data: Data) => ReactNode;
}) {
  const t = useTexts(texts);
  const { data, error, refetch } = props.of;
  if (data !== undefined && !refused(error)) return props.children(data);
  if (error !== null) return <Problem error={error} retry={() => void refetch()} />;
  if (props.widths === undefined) return null;
  return <Skeleton label={t("reading")} rows={props.rows} widths={props.widths} />;
}
