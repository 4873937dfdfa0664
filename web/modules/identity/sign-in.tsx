import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { orpc, refusalOf } from "../../shell/api.ts";
import { useRefusalText } from "../../shell/problem.tsx";
import { languageNames } from "../../shell/reader-language.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../ui/language.tsx";
import { langs, type Texts } from "../../ui/text.ts";
import { CodeField } from "./code-field.tsx";
import { DirectoryCode, DirectoryLink, DirectoryRefusal, useDirectoryAnswer } from "./directory-part.tsx";
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
  enter: { vi: "Vào làm việc", en: "Sign in", zh: "进入" },
  help: { vi: "Không vào được?", en: "Cannot get in?", zh: "无法登录？" },
  helpAccount: {
    vi: "Tài khoản do quản trị viên của cơ quan hoặc doanh nghiệp bạn cấp, cùng một đường dẫn dùng một lần để đặt mật khẩu.",
    en: "The administrator of your organisation or firm makes the account and hands you a link, used once, to set the password.",
    zh: "账户由本单位或企业的管理员创建，并交给您一次性链接用于设置密码。",
  },
  helpLost: {
    vi: "Quên mật khẩu hoặc mất điện thoại có mã xác thực: hãy nhờ quản trị viên đó. Lái xe không cần tài khoản, chỉ cần liên kết của chuyến.",
    en: "When the password or the telephone with your codes is lost, ask that administrator. A driver needs no account, only the link of the trip.",
    zh: "忘记密码或丢失验证手机，请联系该管理员。司机无需账户，凭车次链接即可。",
  },
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
  if (useDirectoryAnswer() === "code") {
    return (
      <Frame>
        <DirectoryCode />
      </Frame>
    );
  }
  return (
    <Frame>
      <form className="form" onSubmit={send}>
        {!signIn.isError && <DirectoryRefusal />}
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
        <DirectoryLink />
      </form>
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const t = useTexts(texts);
  return (
    <main className="sign-in">
      <section className="panel" aria-labelledby="sign-in-title">
        <h1 id="sign-in-title">Mốc</h1>
        <p className="soft">{t("lead")}</p>
        {children}
        <Languages />
        <details className="small">
          <summary>{t("help")}</summary>
          <p>{t("helpAccount")}</p>
          <p>{t("helpLost")}</p>
        </details>
      </section>
    </main>
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
