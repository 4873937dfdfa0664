import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { clock } from "../ui/format.ts";
import { Glyph } from "../ui/glyph.tsx";
import { useTexts } from "../ui/language.tsx";
import type { Texts } from "../ui/text.ts";
import { refused } from "./api.ts";
import { useLineLost } from "./zone.tsx";
import "./line-lost.css";

const texts = {
  lost: {
    vi: "Không nối được với máy chủ. Màn hình là của lúc {at}, sẽ tự đọc lại khi có mạng.",
    en: "The server cannot be reached. This screen is of {at} and is read anew when the line is back.",
    zh: "无法连接服务器。画面为{at}的情况，恢复后自动更新。",
  },
} as const satisfies Texts;

/** Says of every screen that it is old while the server cannot be reached, and reads anew what could not be read then. */
export function LineLost() {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const since = useLineLost();
  const lost = since !== undefined;
  useEffect(() => {
    if (lost) return;
    const unread = ({ state }: { state: { error: Error | null } }) =>
      state.error !== null && !refused(state.error);
    void queries.invalidateQueries({ predicate: unread });
  }, [lost, queries]);
  return (
    <div className="line-lost" role="status">
      {lost && (
        <p>
          <Glyph name="tri" /> {t("lost", { at: clock(since) })}
        </p>
      )}
    </div>
  );
}
