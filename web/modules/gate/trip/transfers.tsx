import type { CargoTransfer, TripState, TripView } from "@moc/contract/gate/trip.ts";
import { listed, marks } from "@moc/contract/values/sentence.ts";
import { Link } from "@tanstack/react-router";
import { useNames } from "../../../shell/names.ts";
import { dayClock } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { Tag } from "../../../ui/tag.tsx";
import type { Texts } from "../../../ui/text.ts";
import { plateText } from "../speak.ts";

const texts = {
  title: { vi: "Sang tải", en: "Cargo transfer", zh: "换装" },
  pair: { vi: "Từ {from} sang {to}", en: "From {from} to {to}", zh: "由{from}换装至{to}" },
  place: { vi: "Nơi sang tải", en: "Place", zh: "地点" },
  containers: { vi: "Công-te-nơ", en: "Containers", zh: "集装箱" },
  none: { vi: "hàng rời, không công-te-nơ", en: "loose goods, no container", zh: "散货，无集装箱" },
  paired: { vi: "Ghép xe", en: "Paired", zh: "配对" },
  confirmed: { vi: "Bãi xác nhận", en: "Confirmed by the yard", zh: "货场确认" },
  waiting: { vi: "chờ bãi xác nhận", en: "waits for the yard", zh: "待货场确认" },
  lapsed: { vi: "không sang tải", en: "not transferred", zh: "未换装" },
  done: { vi: "đã sang tải", en: "transferred", zh: "已换装" },
  other: { vi: "Lượt của xe kia", en: "Trip of the other truck", zh: "另一车的车次" },
} as const satisfies Texts;

/** The transfers in which this truck is one of the pair; the same on the trips of both. */
export function Transfers({ trip }: { trip: TripView }) {
  const t = useTexts(texts);
  if (trip.transfers.length === 0) return null;
  return (
    <Panel title={t("title")}>
      {trip.transfers.map((transfer) => (
        <Transfer key={transfer.id} of={trip} transfer={transfer} />
      ))}
    </Panel>
  );
}

/** Stages at which goods have gone on as they came, and a pair that nobody confirmed will not be any more. */
const over: readonly TripState[] = ["closed", "withdrawn", "refused", "expired"];
const wentOn: readonly TripState[] = [...over, "inland_allowed", "released"];

const looks = {
  waiting: { tone: "idle", glyph: "wait" },
  lapsed: { tone: "idle", glyph: "na" },
  done: { tone: "ok", glyph: "check" },
} as const;

/** Whether the transfer was made, is waited for, or was given up when the truck went on without it. */
export function standOf(
  trip: Pick<TripView, "id" | "state">,
  { trip: from, confirmedAt }: Pick<CargoTransfer, "trip" | "confirmedAt">,
): keyof typeof looks {
  if (confirmedAt !== null) return "done";
  return (trip.id === from ? wentOn : over).includes(trip.state) ? "lapsed" : "waiting";
}

function Transfer({ of, transfer }: { of: TripView; transfer: CargoTransfer }) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const names = useNames();
  const { from, to, containers, yard, slot, pairedAt, confirmedAt } = transfer;
  const stands = standOf(of, transfer);
  const other = transfer.trip === of.id ? transfer.partner : transfer.trip;
  const rows: [string, string][] = [
    [t("place"), [names(yard), slot].filter(Boolean).join(marks[lang].comma)],
    [t("containers"), listed(lang, containers) || t("none")],
    [t("paired"), dayClock(pairedAt)],
    ...(confirmedAt === null ? [] : [[t("confirmed"), dayClock(confirmedAt)] satisfies [string, string]]),
  ];
  return (
    <>
      <p className="pad">
        <span className="num">{t("pair", { from: plateText(from), to: plateText(to) })}</span>{" "}
        <Tag {...looks[stands]}>{t(stands)}</Tag>
      </p>
      <dl className="docs num">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {other !== null && (
        <p className="pad">
          <Link to="/trips/$trip" params={{ trip: other }}>
            {t("other")}
          </Link>
        </p>
      )}
    </>
  );
}
