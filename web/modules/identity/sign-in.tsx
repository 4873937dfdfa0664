import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { orpc, refusalOf } from "../../shell/api.ts";
import { useRefusalText } from "../../shell/problem.tsx";
import { languageNames } from "../../shell/reader-language.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../ui/language.tsx";
import { langs, type Texts } from "../../ui/text.ts";
import "./sign-in.css";

const texts = {
  title: { vi: "Đăng nhập", en: "Sign in", zh: "登录" },
  lead: {
    vi: "Nền tảng vận hành khu kinh tế cửa khẩu",
    en: "The operating platform of a border-gate economic zone",
    zh: "口岸经济区运行平台",
  },
  name: { vi: "Tên đăng nhập hoặc thư điện tử", en: "User name or e-mail address", zh: "用户名或电子邮箱" },
  password: { vi: "Mật khẩu", en: "Password", zh: "密码" },
  demo: {
    vi: "Các tài khoản trình diễn được in ra khi máy chủ khởi động.",
    en: "The demonstration accounts are printed when the server starts.",
    zh: "演示账户在服务器启动时打印。",
  },
  code: { vi: "Mã xác thực", en: "Authentication code", zh: "验证码" },
  codeHint: {
    vi: "Sáu chữ số của ứng dụng xác thực, hoặc một mã dự phòng.",
    en: "Six digits of your authenticator, or a recovery code.",
    zh: "身份验证器上的六位数字，或一个恢复码。",
  },
  enter: { vi: "Vào làm việc", en: "Sign in", zh: "进入" },
  language: { vi: "Ngôn ngữ", en: "Language", zh: "语言" },
} as const satisfies Texts;

/** The page of strangers; a refusal stands above the fields in the words of the server. */
export function SignIn() {
  const t = useTexts(texts);
  const { setLang } = useLanguage();
  const queries = useQueryClient();
  const refusal = useRefusalText();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const signIn = useMutation({
    ...orpc.identity.signIn.mutationOptions(),
    onSuccess: (me) => {
      queries.setQueryData(orpc.identity.readMe.queryKey(), me);
      setLang(me.language);
    },
    onError: (error) => {
      if (refusalOf(error)?.code === "factor_needed") setAsked(true);
    },
  });
  const [asked, setAsked] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ name, password, ...(asked && { code }) });
  };
  return (
    <main className="sign-in">
      <form className="panel" onSubmit={send} aria-labelledby="sign-in-title">
        <h1 id="sign-in-title">Mốc</h1>
        <p className="soft">{t("lead")}</p>
        {signIn.isError && refusalOf(signIn.error)?.code !== "factor_needed" && (
          <p className="errors" role="alert">
            <Glyph name="oct" /> {refusal(signIn.error)}
          </p>
        )}
        <TextField
          label={t("name")}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t("password")}
          hint={t("demo")}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {asked && <CodeField value={code} onChange={setCode} />}
        <Button type="submit" look="primary" busy={signIn.isPending}>
          {t("enter")}
        </Button>
        <Languages />
      </form>
    </main>
  );
}

/** Asked for after the two others were right, so this is where the reader goes on. */
function CodeField({ value, onChange }: { value: string; onChange: (code: string) => void }) {
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

function Languages() {
  const t = useTexts(texts);
  const { lang, setLang } = useLanguage();
  return (
    <div className="langs" role="group" aria-label={t("language")}>
      {langs.map((one) => (
        <button key={one} type="button" lang={one} aria-pressed={one === lang} onClick={() => setLang(one)}>
          {languageNames[one]}
        </button>
      ))}
    </div>
  );
}
