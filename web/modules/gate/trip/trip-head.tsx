import type { TripView } from "@moc/contract/gate/trip.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { Link } from "@tanstack/react-router";
import { useNames } from "../../../shell/names.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Illustrative } from "../../../ui/tag.tsx";
import { goodsText, plateText, tonnes } from "../speak.ts";
import { Actions } from "./actions.tsx";
import { tripTexts } from "./trip-texts.ts";

/** The plate as painted, what the trip is, and what may be done with it. */
export function TripHead({ trip }: { trip: TripView }) {
  const t = useTexts(tripTexts);
  const { lang } = useLanguage();
  const names = useNames();
  const goods = goodsText(trip.goods, lang) ?? t("goodsUnknown");
  const driver = trip.driver.erased
    ? t("driverErased")
    : trip.driver.name
      ? t("driver", { name: trip.driver.name })
      : t("driverHidden");
  const facts = [
    trip.owner.name,
    driver,
    ...trip.containers.map((container) => container.number),
    trip.weightKg === null ? "" : tonnes(lang, trip.weightKg),
  ];
  return (
    <div className="th">
      <div className="pl">
        <span className="vnp num">{plateText(trip.plate)}</span>
        {trip.trailer && (
          <span className="cnp">
            {t("trailer")} <b className="num">{plateText(trip.trailer)}</b>
          </span>
        )}
      </div>
      <div className="tt">
        <nav className="crumb" aria-label={t("trips")}>
          <Link to="/trips">{t("trips")}</Link>
          <i aria-hidden="true">/</i>
          <Link to="/queue/$route/$direction" params={{ route: trip.route, direction: trip.direction }}>
            {names(trip.route)}
          </Link>
          <i aria-hidden="true">/</i>
          <span className="num">{t("code", { code: trip.code })}</span>
          {trip.simulated && <Illustrative>{t("simulated")}</Illustrative>}
        </nav>
        <h1>
          {/* Seen, the plate stands large beside it; heard, and in the name of the window, it comes first. */}
          <span className="vh">{`${plateText(trip.plate)}${marks[lang].colon}`}</span>
          {t(trip.direction, { goods, route: names(trip.route) })}
        </h1>
        <p className="soft">{facts.filter(Boolean).join(marks[lang].comma)}</p>
      </div>
      <Actions trip={trip} />
    </div>
  );
}
