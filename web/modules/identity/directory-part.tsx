import { identityMessages } from "@moc/contract/identity/messages/messages.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useLocation, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { orpc } from "../../shell/api.ts";
import { useRefusalText } from "../../shell/problem.tsx";
import { Button } from "../../ui/button.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../ui/language.tsx";
import type { Texts } from "../../ui/text.ts";
import { CodeField } from "./code-field.tsx";

const texts = {
  or: { vi: "hoặc", en: "or", zh: "或" },
  proved: {
    vi: "Hệ thống của cơ quan đã xác nhận. Tài khoản này còn cần mã xác thực.",
    en: "The directory has proved you. This account also asks for its own code.",
    zh: "单位账户系统已确认。此账户还需输入验证码。",
  },
  enter: { vi: "Vào làm việc", en: "Sign in", zh: "进入" },
} as const satisfies Texts;

/** With what the browser came back from the directory: a code of a refusal, `code` for a second factor, or not at all. */
export function useDirectoryAnswer(): string | undefined {
  const search: { directory?: string } = useSearch({ strict: false });
  return search.directory;
}

/** The way through the organisation's directory, where the operator has set one. */
export function DirectoryLink() {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const me = useQuery(orpc.identity.readMe.queryOptions());
  const came = useDirectoryAnswer();
  const { pathname, searchStr } = useLocation();
  const label = me.data?.directory?.[lang];
  if (!label) return null;
  const to = came ? "/" : `${pathname}${searchStr}`;
  return (
    <>
      <p className="or muted small">{t("or")}</p>
      <a className="btn" href={`/sign-in/directory?to=${encodeURIComponent(to)}`}>
        {label}
      </a>
    </>
  );
}

/** Why the directory's way was refused, in the words of the catalogue; nothing when it was not. */
export function DirectoryRefusal() {
  const { lang } = useLanguage();
  const sentences: Readonly<Record<string, string>> = identityMessages[lang].refusals;
  const said = sentences[useDirectoryAnswer() ?? ""];
  if (said === undefined) return null;
  return (
    <p className="errors" role="alert">
      <Glyph name="oct" /> {said}
    </p>
  );
}

/** The account's own second factor, for whom the directory has just proved. */
export function DirectoryCode() {
  const t = useTexts(texts);
  const refusal = useRefusalText();
  const [code, setCode] = useState("");
  const complete = useMutation({
    ...orpc.identity.completeDirectorySignIn.mutationOptions(),
    onSuccess: ({ to }) => location.replace(to),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    complete.mutate({ code });
  };
  return (
    <form className="form" onSubmit={send}>
      <p>{t("proved")}</p>
      {complete.isError && (
        <p className="errors" role="alert">
          <Glyph name="oct" /> {refusal(complete.error)}
        </p>
      )}
      <CodeField value={code} onChange={setCode} />
      <Button type="submit" look="primary" busy={complete.isPending}>
        {t("enter")}
      </Button>
    </form>
  );
}
