import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Icon, type IconName } from "../ui/icon.tsx";
import { useTexts } from "../ui/language.tsx";
import { setTheme, useTheme } from "../ui/theme.ts";
import { Header } from "./header.tsx";
import { shellTexts } from "./shell-texts.ts";

const rooms = [
  { to: "/", icon: "operations", text: "operations" },
  { to: "/queue", icon: "gate", text: "queue" },
  { to: "/trips", icon: "folder", text: "trips" },
  { to: "/desk", icon: "check", text: "desk" },
  { to: "/declare", icon: "paper", text: "declare" },
  { to: "/administration", icon: "catalogue", text: "administration" },
] as const satisfies readonly { to: string; icon: IconName; text: keyof typeof shellTexts }[];

/** The frame of every staff screen: header, rail, page. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useTexts(shellTexts);
  const theme = useTheme();
  return (
    <>
      <a className="skip" href="#page">
        {t("skip")}
      </a>
      <Header />
      <div className="app">
        <div className="rail">
          <nav aria-label={t("rail")}>
            {rooms.map((room) => (
              <Link
                key={room.to}
                to={room.to}
                activeOptions={{ exact: room.to === "/", includeSearch: false }}
              >
                <Icon name={room.icon} />
                <span>{t(room.text)}</span>
              </Link>
            ))}
          </nav>
          <div className="foot">
            <button
              type="button"
              className="tg"
              aria-label={t("theme")}
              onClick={() => setTheme(theme === "dark" ? "light" : "dark")}
            >
              <Icon name="theme" />
              <span>{t("theme")}</span>
            </button>
          </div>
        </div>
        <main className="page" id="page" tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  );
}
