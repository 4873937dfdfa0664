import { useTexts } from "../ui/language.tsx";
import { ErrorState } from "../ui/states.tsx";
import type { Texts } from "../ui/text.ts";
import { refusalOf } from "./api.ts";

const texts = {
  title: { vi: "Không đọc được dữ liệu", en: "The data could not be read", zh: "无法读取数据" },
  offline: {
    vi: "Không nối được với máy chủ. Không có gì bị ghi dở; hãy thử lại khi có mạng.",
    en: "The server cannot be reached. Nothing was half-written; try again when the line is back.",
    zh: "无法连接服务器。没有任何内容被写入一半；网络恢复后请重试。",
  },
  retry: { vi: "Thử lại", en: "Try again", zh: "重试" },
} as const satisfies Texts;

/** A read that failed: the server's own sentence when it gave one, and a way to try again. */
export function Problem({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTexts(texts);
  const refusal = refusalOf(error);
  return (
    <ErrorState
      title={t("title")}
      code={[refusal?.code, refusal?.requestId].filter(Boolean).join(" · ") || undefined}
      retry={{ label: t("retry"), run: retry }}
    >
      {refusal?.message ?? t("offline")}
    </ErrorState>
  );
}

/** The sentence for a note after a command was refused. */
export function useRefusalText(): (error: unknown) => string {
  const t = useTexts(texts);
  return (error) => refusalOf(error)?.message ?? t("offline");
}
