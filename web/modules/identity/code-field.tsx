import { useEffect, useRef } from "react";
import { TextField } from "../../ui/field.tsx";
import { useTexts } from "../../ui/language.tsx";
import type { Texts } from "../../ui/text.ts";

const texts = {
  code: { vi: "Mã xác thực", en: "Authentication code", zh: "验证码" },
  codeHint: {
    vi: "Sáu chữ số của ứng dụng xác thực, hoặc một mã dự phòng.",
    en: "Six digits of your authenticator, or a recovery code.",
    zh: "身份验证器上的六位数字，或一个恢复码。",
  },
} as const satisfies Texts;

/** Asked for after the other proof was right, so this is where the reader goes on. */
export function CodeField({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const t = useTexts(texts);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <TextField
      label={t("code")}
      hint={t("codeHint")}
      name="code"
      autoComplete="one-time-code"
      autoCapitalize="none"
      ref={field}
      required
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
