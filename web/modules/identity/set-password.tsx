import { NewPassword } from "@moc/contract/identity/account.ts";
import { identityMessages } from "@moc/contract/identity/messages/messages.ts";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { orpc } from "../../shell/api.ts";
import { useRefusalText } from "../../shell/problem.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../ui/language.tsx";
import type { Texts } from "../../ui/text.ts";
import "./sign-in.css";

const texts = {
  title: { vi: "Đặt mật khẩu", en: "Set your password", zh: "设置密码" },
  lead: {
    vi: "Liên kết này chỉ dùng được một lần. Chỉ mình bạn biết mật khẩu.",
    en: "This link works once. Nobody but you knows the password.",
    zh: "此链接只能使用一次。密码只有您自己知道。",
  },
  password: { vi: "Mật khẩu mới", en: "New password", zh: "新密码" },
  hint: {
    vi: "Từ 12 ký tự, có thể là một câu.",
    en: "12 characters or more; a phrase will do.",
    zh: "至少 12 个字符，可以是一句话。",
  },
  again: { vi: "Nhập lại mật khẩu", en: "The same once more", zh: "再次输入" },
  differs: { vi: "Hai lần nhập không giống nhau.", en: "The two are not the same.", zh: "两次输入不一致。" },
  send: { vi: "Đặt mật khẩu", en: "Set the password", zh: "设置密码" },
  done: {
    vi: "Đã đặt mật khẩu cho {userName}.",
    en: "The password of {userName} is set.",
    zh: "已为 {userName} 设置密码。",
  },
  enter: { vi: "Đến trang đăng nhập", en: "Go to sign in", zh: "前往登录" },
} as const satisfies Texts;

/** The page behind a one-time link. The secret stands behind `#` and leaves the address as soon as it is read. */
export function SetPassword() {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const refusal = useRefusalText();
  const [link] = useState(() => location.hash.slice(1));
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [tried, setTried] = useState(false);
  const set = useMutation(orpc.identity.setPassword.mutationOptions());
  useEffect(() => history.replaceState(history.state, "", location.pathname), []);
  const weak = faultOf(password, lang);
  const differs = password === again ? undefined : t("differs");
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (weak === undefined && differs === undefined) set.mutate({ link, password });
  };
  return (
    <main className="sign-in">
      <form className="panel" onSubmit={send} aria-labelledby="set-password-title">
        <h1 id="set-password-title">{t("title")}</h1>
        {set.isSuccess ? (
          <p role="status">{t("done", { userName: set.data.userName })}</p>
        ) : (
          <>
            <p className="soft">{t("lead")}</p>
            {set.isError && (
              <p className="errors" role="alert">
                <Glyph name="oct" /> {refusal(set.error)}
              </p>
            )}
            <TextField
              label={t("password")}
              hint={t("hint")}
              error={tried ? weak : undefined}
              name="new-password"
              type="password"
              autoComplete="new-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
            <TextField
              label={t("again")}
              error={tried ? differs : undefined}
              name="new-password-again"
              type="password"
              autoComplete="new-password"
              required
              value={again}
              onChange={(event) => setAgain(event.target.value)}
            />
            <Button type="submit" look="primary" busy={set.isPending}>
              {t("send")}
            </Button>
          </>
        )}
        {set.isSuccess && <a href="/">{t("enter")}</a>}
      </form>
    </main>
  );
}

/** What the contract holds against a password, in words; the server says the same. */
function faultOf(password: string, lang: keyof typeof identityMessages): string | undefined {
  const parsed = NewPassword.safeParse(password);
  const [issue] = parsed.error?.issues ?? [];
  if (issue === undefined) return undefined;
  const code = issue.code === "custom" ? issue.params?.code : undefined;
  const { faults } = identityMessages[lang];
  return code === "password_guessable" ? faults.password_guessable : faults.password_length;
}
