import { Link, useRouterState } from "@tanstack/react-router";
import { type ReactNode, useRef } from "react";
import { Icon, type IconName } from "../ui/icon.tsx";
import { useTexts } from "../ui/language.tsx";
import { setTheme, useTheme } from "../ui/theme.ts";
import { useArrival } from "./arrival.ts";
import { declaresOnly } from "./duties.ts";
import { Header } from "./header.tsx";
import { LineLost } from "./line-lost.tsx";
import { PrintFoot } from "./print-foot.tsx";
import { useSession } from "./session.tsx";
import { shellTexts } from "./shell-texts.ts";

const rooms = [
  { to: "/", icon: "operations", text: "operations", staff: true },
  { to: "/today", icon: "calendar", text: "today", staff: true },
  { to: "/queue", icon: "gate", text: "queue", staff: true },
  { to: "/trips", icon: "folder", text: "trips", staff: false },
  { to: "/desk", icon: "check", text: "desk", staff: true },
  { to: "/steering", icon: "simulation", text: "steering", staff: true },
  { to: "/duty", icon: "user", text: "duty", staff: true },
  { to: "/bulletin", icon: "figures", text: "bulletin", staff: true },
  { to: "/declare", icon: "paper", text: "declare", staff: false },
  { to: "/administration", icon: "catalogue", text: "administration", staff: true },
] as const satisfies readonly {
  to: string;
  icon: IconName;
  text: keyof typeof shellTexts;
  staff: boolean;
}[];

/** The frame of every staff screen: header, rail, page. `help`: the way to the help of the screen, in the header. */
export function Shell({ help, children }: { help: ReactNode; children: ReactNode }) {
  const t = useTexts(shellTexts);
  const theme = useTheme();
  const page = useRef<HTMLElement>(null);
  useArrival(page);
  const { account } = useSession();
  const arriving = useRouterState({
    select: ({ location, resolvedLocation }) => location !== resolvedLocation,
  });
  const shown = declaresOnly(account.roles) ? rooms.filter((room) => !room.staff) : rooms;
  return (
    <>
      <a className="skip" href="#page">
        {t("skip")}
      </a>
      <Header help={help} />
      <LineLost />
      <div className="app">
        <div className="rail">
          <nav aria-label={t("rail")}>
            {shown.map((room) => (
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
        <main className="page" id="page" ref={page} tabIndex={-1} aria-busy={arriving || undefined}>
          {children}
        </main>
        <PrintFoot />
      </div>
    </>
  );
}
