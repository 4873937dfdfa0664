import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { clock, clockAcross, day, noonOf, weekday } from "../ui/format.ts";
import { Icon } from "../ui/icon.tsx";
import { useLanguage, useTexts } from "../ui/language.tsx";
import { Menu, Popover } from "../ui/menu.tsx";
import { type Lang, langs } from "../ui/text.ts";
import { useToast } from "../ui/toast.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { commandId, orpc } from "./api.ts";
import { useAsOf } from "./as-of.ts";
import { useBoardName } from "./names.ts";
import { useRefusalText } from "./problem.tsx";
import { useReaderLanguage } from "./reader-language.ts";
import { Search } from "./search.tsx";
import { shellTexts } from "./shell-texts.ts";
import { useZoneClock } from "./zone.tsx";

const shortNames = { vi: "VI", en: "EN", zh: "中文" } as const satisfies Record<Lang, string>;
const speeds = [1, 10, 60, 300, 600];

/** Zone, as-of, simulation, clocks, search, help, language, account: the same on every screen. */
export function Header({ help }: { help: ReactNode }) {
  const t = useTexts(shellTexts);
  const board = useBoardName();
  return (
    <header className="top">
      <Link className="brand" to="/" aria-label={t("home")}>
        <Mark />
        <b>Mốc</b>
      </Link>
      <div className="zone" title={board}>
        <b>{board}</b>
      </div>
      <AsOf />
      <Mode />
      <Clocks />
      <Search />
      {help}
      <Languages />
      <AccountMenu />
    </header>
  );
}

/** The mark: a boundary post with an M. */
const Mark = () => (
  <svg viewBox="0 0 20 26" aria-hidden="true" className="mark">
    <path d="M3 25V8.500C3 4.400 6.100 1 10 1s7 3.400 7 7.500V25z" className="mark-post" />
    <path d="M1 25h18" className="mark-foot" />
    <path d="M6.500 17V9.500l3.500 4 3.500-4V17" className="mark-m" />
  </svg>
);

function AsOf() {
  const t = useTexts(shellTexts);
  const { lang } = useLanguage();
  const zone = useZoneClock();
  const { asOf, setAsOf } = useAsOf();
  const [open, setOpen] = useState(false);
  const shown = asOf ? noonOf(asOf) : zone?.now;
  const trigger = (
    <button
      type="button"
      className="cell asof"
      aria-label={`${asOf ? t("asOfDay") : t("asOfNow")} ${shown ? weekday(lang, shown) : ""}`}
    >
      <Icon name="calendar" />
      <span>
        <span className="lab">{asOf ? t("asOfDay") : t("asOfNow")}</span>
        <span className="val num">{shown ? weekday(lang, shown) : "…"}</span>
      </span>
      <Icon name="down" />
    </button>
  );
  return (
    <Popover trigger={trigger} title={t("asOfTitle")} open={open} onOpenChange={setOpen}>
      <p className="muted small measure">{t("asOfHint")}</p>
      <TextField
        label={t("asOfDate")}
        type="date"
        value={asOf ?? zone?.day ?? ""}
        max={zone?.day}
        onChange={(event) =>
          setAsOf(event.target.value === zone?.day ? undefined : event.target.value || undefined)
        }
      />
      <Button
        disabled={!asOf}
        onClick={() => {
          setAsOf(undefined);
          setOpen(false);
        }}
      >
        {t("backToNow")}
      </Button>
    </Popover>
  );
}

function Mode() {
  const t = useTexts(shellTexts);
  const zone = useZoneClock();
  const queries = useQueryClient();
  const tell = useToast();
  const refusal = useRefusalText();
  const setSpeed = useMutation({
    ...orpc.platform.setSpeed.mutationOptions(),
    onSuccess: (answer) => queries.setQueryData(orpc.platform.readClock.queryKey(), answer),
    onError: (error) => tell("refused", refusal(error)),
  });
  if (!zone) return null;
  if (zone.mode === "live") {
    return (
      <div className="cell">
        <span className="badge live">{t("live")}</span>
      </div>
    );
  }
  const trigger = (
    <button type="button" className="cell" title={t("simulatedHint")}>
      <span className="badge sim">
        <Icon name="simulation" />
        <span className="long">{t("simulated")}</span> {zone.speed === 0 ? t("paused") : `×${zone.speed}`}
      </span>
    </button>
  );
  const pick = (speed: number) => () => setSpeed.mutate({ command: commandId(), speed });
  return (
    <Menu
      trigger={trigger}
      head={t("simulatedHint")}
      items={[
        { label: t("pause"), icon: "pause", checked: zone.speed === 0, onPick: pick(0) },
        ...speeds.map((speed) => ({
          label: t("speed", { n: speed }),
          icon: "play" as const,
          checked: zone.speed === speed,
          onPick: pick(speed),
        })),
      ]}
    />
  );
}

function Clocks() {
  const t = useTexts(shellTexts);
  const zone = useZoneClock();
  const at = zone?.now;
  const across = at && clockAcross(at);
  return (
    <div className="cell clock" title={at && day(at)}>
      <span>
        <span className="lab">{t("hereTime")}</span>
        <span className="val num">{at ? clock(at) : "–"}</span>
      </span>
      {across && (
        <span className="bj">
          <span className="lab">{t("acrossTime")}</span>
          <span className="val off num">{across}</span>
        </span>
      )}
    </div>
  );
}

function Languages() {
  const t = useTexts(shellTexts);
  const { lang, setLang } = useReaderLanguage();
  return (
    <div className="cell langs" role="group" aria-label={t("language")}>
      {langs.map((one) => (
        <button key={one} type="button" lang={one} aria-pressed={one === lang} onClick={() => setLang(one)}>
          {shortNames[one]}
        </button>
      ))}
    </div>
  );
}
