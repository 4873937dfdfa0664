import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { isLang, type Lang, type Say, speaker, type Texts } from "./text.ts";

const key = "moc.lang";
const Language = createContext<{ lang: Lang; setLang: (lang: Lang) => void }>({
  lang: "vi",
  setLang: () => undefined,
});

/** `?lang`, else the reader's last choice on this device, else the browser's languages, else Vietnamese. */
export function preferredLang(search: string, stored: string | null, browser: readonly string[]): Lang {
  const asked = new URLSearchParams(search).get("lang");
  const known = browser.map((tag) => tag.slice(0, 2)).find(isLang);
  return [asked, stored, known].find(isLang) ?? "vi";
}

export function LanguageProvider({ children, initial }: { children: ReactNode; initial?: Lang }) {
  const [lang, setState] = useState<Lang>(
    () => initial ?? preferredLang(location.search, localStorage.getItem(key), navigator.languages),
  );
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  const value = useMemo(
    () => ({
      lang,
      setLang: (next: Lang) => {
        localStorage.setItem(key, next);
        setState(next);
      },
    }),
    [lang],
  );
  return <Language value={value}>{children}</Language>;
}

export const useLanguage = () => useContext(Language);

/** The screen's texts in the reader's language; keys and holes are checked by the compiler. */
export function useTexts<T extends Texts>(texts: T): Say<T> {
  const { lang } = useContext(Language);
  return useMemo(() => speaker(texts, lang), [texts, lang]);
}

/** Words between asterisks become strong: "Gọi được *12 xe*". */
export function Rich({ text }: { text: string }) {
  return text.split("*").map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      // The parts of one sentence never move, so their place is their key.
      <b key={`${at}-${part}`} className="num">
        {part}
      </b>
    ),
  );
}
