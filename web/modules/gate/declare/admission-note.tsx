import { goodsWords } from "@moc/contract/gate/messages/filing-words.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import { listed } from "@moc/contract/values/sentence.ts";
import { type Admission, admissionsOf } from "@moc/engines/registry/admission.ts";
import { useNames, useZoneRegistry } from "../../../shell/names.ts";
import { Glyph } from "../../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Illustrative } from "../../../ui/tag.tsx";
import type { Texts } from "../../../ui/text.ts";
import type { Draft } from "./draft.ts";
import { goodsOn } from "./orders-on.ts";

const texts = {
  VN: {
    vi: "{goods} không có trong danh mục {here.party} cho qua lối {route}. Vẫn gửi được; nên chọn lối khác hoặc hỏi trước.",
    en: "{goods}: not on the list of what {here.country} admits on {route}. It can be sent; better choose another route, or ask first.",
    zh: "{goods}不在{here.party}准许经{route}通行的目录中。仍可提交；建议改走其他通道或事先询问。",
  },
  CN: {
    vi: "{goods} không có trong danh mục {across.party} cho qua lối {route}. Vẫn gửi được; nên chọn lối khác hoặc hỏi trước.",
    en: "{goods}: not on the list of what {across.country} admits on {route}. It can be sent; better choose another route, or ask first.",
    zh: "{goods}不在{across.party}准许经{route}通行的目录中。仍可提交；建议改走其他通道或事先询问。",
  },
  unknown_VN: {
    vi: "Chưa rõ {here.party} nhận mặt hàng nào qua lối này.",
    en: "What {here.country} admits on this route is not known.",
    zh: "{here.party}经此通道准许的货物不详。",
  },
  unknown_CN: {
    vi: "Chưa rõ {across.party} nhận mặt hàng nào qua lối này.",
    en: "What {across.country} admits on this route is not known.",
    zh: "{across.party}经此通道准许的货物不详。",
  },
  illustrative: { vi: "danh mục minh họa", en: "illustrative list", zh: "示例目录" },
} as const satisfies Texts;

/** Before it is sent: goods that a side of the route does not list, and what nobody knows. No reason to refuse, one to think. */
export function AdmissionNote({ draft }: { draft: Draft }) {
  const { data } = useZoneRegistry();
  const { route, kind } = draft;
  const goods = goodsOn(draft);
  if (data === undefined || route === "" || goods.length === 0) return null;
  const { direction } = kindTraits[kind];
  const told = admissionsOf(data.admission_rule, { route, direction, goods });
  return (
    <ul className="admissions">
      {told.map((one) => (
        <Side key={one.side} one={one} route={route} />
      ))}
    </ul>
  );
}

function Side({ one, route }: { one: Admission; route: string }) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const names = useNames();
  if (one.state !== "not_listed")
    return one.state === "admitted" ? null : <li className="muted small">{t(`unknown_${one.side}`)}</li>;
  const goods = listed(
    lang,
    one.goods.map((goodsClass) => goodsWords[goodsClass][lang]),
  );
  return (
    <li className="warn" role="status">
      <Glyph name="tri" />
      <span>
        {t(one.side, { goods, route: names(route) })}{" "}
        {one.illustrative && <Illustrative>{t("illustrative")}</Illustrative>}
      </span>
    </li>
  );
}
