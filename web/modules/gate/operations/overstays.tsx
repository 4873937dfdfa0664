import type { OperationsView } from "@moc/contract/gate/operations.ts";
import { bracketed, marks } from "@moc/contract/values/sentence.ts";
import { Link } from "@tanstack/react-router";
import { wait } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import type { Texts } from "../../../ui/text.ts";

const texts = {
  title: { vi: "Quá hạn lưu lại", en: "Overstays", zh: "逾期停留" },
  count: { vi: "{n} xe", en: "{n} {n|vehicle|vehicles}", zh: "{n}辆" },
  abroad: {
    vi: "Xe {here.adjective} ở bên kia",
    en: "{here.Adjective} trucks abroad",
    zh: "境外{here.adjective}车辆",
  },
  inside: {
    vi: "Xe {across.adjective} ở {here.country}",
    en: "{across.Adjective} trucks in {here.country}",
    zh: "在{here.country}的{across.adjective}车辆",
  },
  route: { vi: "Lối", en: "Route", zh: "通道" },
  who: { vi: "Xe", en: "Trucks", zh: "车辆" },
  number: { vi: "Số xe", en: "Number", zh: "数量" },
  twoWay: { vi: "hai chiều {n}", en: "two-way {n}", zh: "双向{n}" },
  longest: { vi: "Lâu nhất", en: "Longest", zh: "最长" },
  open: { vi: "Xe quá hạn lâu nhất", en: "The longest overdue", zh: "逾期最久的车辆" },
} as const satisfies Texts;

/** Trucks past their hours on the other side of their own border, by route. Nothing is shown while there are none. */
export function Overstays({ view }: { view: OperationsView }) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  if (view.overstays.length === 0) return null;
  const names = new Map(view.routes.map((route) => [route.key, route.shortName[lang]]));
  const all = view.overstays.reduce((sum, row) => sum + row.vehicles, 0);
  return (
    <Panel title={t("title")} note={t("count", { n: all })}>
      <table className="tb overstays">
        <thead>
          <tr>
            <th scope="col">{t("route")}</th>
            <th scope="col">{t("who")}</th>
            <th scope="col" className="r">
              {t("number")}
            </th>
            <th scope="col" className="r">
              {t("longest")}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.overstays.map(({ route, side, vehicles, twoWay, longestMinutes, trips: [first] }) => (
            <tr key={`${route}:${side}`}>
              <td data-label={t("route")}>{names.get(route) ?? route}</td>
              <td data-label={t("who")}>{t(side)}</td>
              <td data-label={t("number")} className="r num">
                {vehicles}
                {twoWay > 0 && (
                  <span className="muted small">{bracketed(lang, t("twoWay", { n: twoWay }))}</span>
                )}
              </td>
              <td data-label={t("longest")} className="r num">
                {first === undefined ? (
                  wait(longestMinutes)
                ) : (
                  <Link
                    className="link num"
                    to="/trips/$trip"
                    params={{ trip: first }}
                    title={t("open")}
                    aria-label={`${t("open")}${marks[lang].comma}${names.get(route) ?? route}${marks[lang].colon}${wait(longestMinutes)}`}
                  >
                    {wait(longestMinutes)}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
