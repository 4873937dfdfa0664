import { gateMessages } from "@moc/contract/gate/messages/messages.ts";
import type { TripView } from "@moc/contract/gate/trip.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { useZoneRegistry } from "../../../shell/names.ts";
import { useZoneClock } from "../../../shell/zone.tsx";
import { dayClock } from "../../../ui/format.ts";
import { type Lang, langs, speaker, type Texts } from "../../../ui/text.ts";
import { plateText } from "../speak.ts";
import "./slip.css";

const texts = {
  at: { vi: "lúc {t}, giờ {here.time}", en: "at {t}, {here.time} time", zh: "{here.time}时间{t}" },
  place: { vi: "thứ {n} trên {all}", en: "number {n} of {all}", zh: "第{n}位，共{all}辆" },
  scan: {
    vi: "Quét mã để xem thứ tự và lượt gọi. Không có điện thoại: đọc mã tờ khai này tại quầy trực.",
    en: "Scan to see your place and your call. Without a telephone: tell this code at the duty desk.",
    zh: "扫码查看位次与叫号。没有手机：请在值班台报此申报编号。",
  },
  no: {
    vi: "Phiếu này không thay giấy thông quan. Chỗ có thể đổi, mọi thay đổi được ghi công khai.",
    en: "This slip clears nothing. A place may change; every change is recorded in public.",
    zh: "本单不作通关凭证。位次可能变化，每次变化均公开记录。",
  },
  simulated: { vi: "MÔ PHỎNG", en: "SIMULATED", zh: "模拟" },
} as const satisfies Texts;

type Props = { trip: TripView; link: { url: string; qrSvg: string } };

/** The slip of a driver without a telephone: on paper alone, in three languages, with no name on it. */
export function Slip({ trip, link }: Props) {
  const { data } = useZoneRegistry();
  const zone = useZoneClock();
  const route = data?.route.find((row) => row.key === trip.route)?.name;
  const at = dayClock(zone?.now ?? trip.stateSince);
  return (
    <section className="slip" aria-hidden="true">
      <p className="slip-zone">{data?.zone[0]?.name.vi}</p>
      <p className="slip-plate">{plateText(trip.plate)}</p>
      <p className="slip-code">{trip.code}</p>
      <img src={`data:image/svg+xml,${encodeURIComponent(link.qrSvg)}`} alt="" />
      {langs.map((lang) => (
        <Words key={lang} trip={trip} lang={lang} route={route?.[lang] ?? trip.route} at={at} />
      ))}
      <p className="slip-url">{link.url}</p>
    </section>
  );
}

function Words({ trip, lang, route, at }: { trip: TripView; lang: Lang; route: string; at: string }) {
  const say = speaker(texts, lang);
  const { place, waiting } = trip;
  const { colon, comma } = marks[lang];
  const state = gateMessages[lang].states[trip.state];
  const placed =
    place === null || waiting === null ? "" : `${comma}${say("place", { n: place, all: waiting })}`;
  return (
    <div lang={lang}>
      <p>
        <b>{route}</b>
        {colon}
        {state}
        {placed}
        {comma}
        {say("at", { t: at })} {trip.simulated && <b>{say("simulated")}</b>}
      </p>
      <p>{say("scan")}</p>
      <p>{say("no")}</p>
    </div>
  );
}
