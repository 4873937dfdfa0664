import type { AmendField } from "@moc/contract/gate/declaration.ts";
import {
  goodsWords,
  kindWords,
  payloadWords,
  regimeWords,
} from "@moc/contract/gate/messages/filing-words.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { useNames } from "../../../shell/names.ts";
import { figure } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { said } from "../../../ui/text.ts";
import { declareTexts, fieldTexts } from "./declare-texts.ts";
import type { Draft, Step } from "./draft.ts";

/** `field` is the part of an amendment that may state it anew; without one it never changes. */
export type Answer = { step: Step; field?: AmendField; label: string; value: string };

/** Puts a draft into the words in which every force will read it; every draft gives the same labels in the same order. */
export function useAnswers(): (draft: Draft) => readonly Answer[] {
  const t = useTexts(declareTexts);
  const f = useTexts(fieldTexts);
  const { lang } = useLanguage();
  const names = useNames();
  // A weight is what was typed until it is a number.
  const weight = (typed: string): string =>
    `${/^\d+$/.test(typed) ? figure(lang, Number(typed)) : typed}\u00A0kg`;
  const goods = (draft: Draft): string =>
    draft.goodsUnknown
      ? f("goodsUnknown")
      : draft.goods
          .map((line) =>
            [
              line.name,
              line.class && goodsWords[line.class][lang],
              line.weightKg && weight(line.weightKg),
              line.packages && f("packagesCount", { n: line.packages }),
              line.hs && `HS ${line.hs}`,
            ]
              .filter(Boolean)
              .join(marks[lang].comma),
          )
          .join(marks[lang].semicolon);
  const containers = (draft: Draft): string =>
    draft.containers
      .filter((one) => one.number)
      .map((one) => `${one.number}${marks[lang].comma}${one.size} ft`)
      .join(marks[lang].semicolon);
  return (draft) => [
    { step: "route", label: f("kind"), value: said(kindWords[draft.kind], lang) },
    { step: "route", label: f("regime"), value: regimeWords[draft.regime][lang] },
    { step: "route", field: "route", label: f("routeWanted"), value: names(draft.route) },
    { step: "route", label: f("twoWay"), value: draft.twoWay === true ? f("yes") : "" },
    {
      step: "vehicle",
      field: "vehicle",
      label: f("plate"),
      value: [draft.plate, draft.trailer].filter(Boolean).join(" / "),
    },
    {
      step: "vehicle",
      field: "vehicle",
      label: f("payload"),
      value: draft.payloadClass && payloadWords[draft.payloadClass][lang],
    },
    { step: "vehicle", field: "vehicle", label: f("container"), value: containers(draft) },
    { step: "vehicle", field: "vehicle", label: f("vin"), value: draft.vin },
    { step: "driver", field: "driver", label: f("driverName"), value: draft.driverName },
    { step: "driver", field: "driver", label: f("driverPaper"), value: draft.driverPaper },
    { step: "driver", field: "driver", label: f("driverPhone"), value: draft.driverPhone },
    { step: "driver", label: f("owner"), value: draft.owner },
    { step: "goods", field: "goods", label: t("goods"), value: goods(draft) },
    { step: "goods", label: f("origin"), value: draft.origin ?? "" },
    { step: "papers", field: "customsNumbers", label: f("customsNumbers"), value: draft.customsNumbers },
    { step: "papers", label: f("quarantineNumber"), value: draft.quarantineNumber },
    { step: "papers", label: f("note"), value: draft.note },
  ];
}
