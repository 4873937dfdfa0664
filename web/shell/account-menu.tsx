import { en } from "@moc/contract/identity/messages/en.ts";
import { vi } from "@moc/contract/identity/messages/vi.ts";
import { zh } from "@moc/contract/identity/messages/zh.ts";
import { listed } from "@moc/contract/values/sentence.ts";
import { useNavigate } from "@tanstack/react-router";
import { useTexts } from "../ui/language.tsx";
import { Menu } from "../ui/menu.tsx";
import { langs } from "../ui/text.ts";
import { densities, setDensity, setTheme, useDensity, useTheme } from "../ui/theme.ts";
import { languageNames, useReaderLanguage } from "./reader-language.ts";
import { signOut, useSession } from "./session.tsx";
import { shellTexts } from "./shell-texts.ts";

const messages = { vi, en, zh };
const densityTexts = { normal: "densityNormal", tight: "densityTight", wall: "densityWall" } as const;

const initials = (name: string): string => {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  return [words.length > 1 && words[0]?.[0], words.at(-1)?.[0]].filter(Boolean).join("").toUpperCase();
};

/** Who is signed in, in which duty; look of the page; sign-out for the whole browser. */
export function AccountMenu() {
  const t = useTexts(shellTexts);
  const { lang, setLang } = useReaderLanguage();
  const { account } = useSession();
  const navigate = useNavigate();
  const theme = useTheme();
  const density = useDensity();
  const name = account.name ?? account.userName;
  const duties = listed(
    lang,
    account.roles.map((role) => messages[lang].roles[role]),
  );
  const trigger = (
    <button type="button" className="cell me" aria-label={`${t("account")}: ${name}`}>
      <span className="av" aria-hidden="true">
        {initials(name)}
      </span>
      <span className="who">
        <span className="val">{name}</span>
        <span className="lab">{duties}</span>
      </span>
    </button>
  );
  return (
    <Menu
      trigger={trigger}
      head={
        <>
          <b>{name}</b>
          <br />
          <span className="small">{duties}</span>
        </>
      }
      items={[
        { label: t("theme"), icon: "theme", onPick: () => setTheme(theme === "dark" ? "light" : "dark") },
        ...densities.map((one) => ({
          label: t(densityTexts[one]),
          icon: "density" as const,
          checked: one === density,
          onPick: () => setDensity(one),
        })),
        ...langs.map((one) => ({
          label: languageNames[one],
          checked: one === lang,
          onPick: () => setLang(one),
        })),
        {
          label: t("secondFactor"),
          checked: account.secondFactor,
          onPick: () => void navigate({ to: "/account/second-factor" }),
        },
        { label: t("signOut"), icon: "out", onPick: () => void signOut() },
      ]}
    />
  );
}
