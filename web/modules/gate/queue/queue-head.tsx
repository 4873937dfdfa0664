import type { QueueView } from "@moc/contract/gate/queue.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { orpc } from "../../../shell/api.ts";
import { useNames } from "../../../shell/names.ts";
import { clock, clockAcross, duration, figure } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Facts } from "../../../ui/panel.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { borderOf } from "../operations/border-from-view.ts";
import { queueTexts } from "./queue-texts.ts";

/** Which queue this is, its state, and its five figures. */
export function QueueHead({ queue }: { queue: QueueView }) {
  const t = useTexts(queueTexts);
  const { lang } = useLanguage();
  const names = useNames();
  const route = names(queue.route);
  const { medianMinutes, p90Minutes, cases } = queue.wait;
  const across = queue.closesAt ? clockAcross(queue.closesAt) : undefined;
  const spoken = (minutes: number | null) => (minutes === null ? "?" : duration(lang, minutes));
  return (
    <div className="qh">
      <div className="qt">
        <nav className="crumb" aria-label={t("crumb")}>
          <Link to="/queue">{t("crumb")}</Link>
          <i aria-hidden="true">/</i>
          <span>{route}</span>
        </nav>
        <h1>
          {t(queue.direction === "export" ? "titleExport" : "titleImport", { route })}{" "}
          <RouteTag route={queue.route} />
        </h1>
      </div>
      <Facts
        items={[
          { label: t("waiting"), value: figure(lang, queue.waiting), note: t("vehicles") },
          {
            label: t("inYard"),
            value: figure(lang, queue.inYard),
            note:
              queue.yardCapacity === null ? t("capacityUnknown") : t("capacity", { n: queue.yardCapacity }),
          },
          {
            label: t("wait"),
            value: spoken(medianMinutes),
            note: `/ ${spoken(p90Minutes)}${marks[lang].comma}${t("cases", { n: cases })}`,
          },
          {
            label: t("rate"),
            value:
              queue.servicePerHour === null
                ? "?"
                : figure(lang, queue.servicePerHour, Number.isInteger(queue.servicePerHour) ? 0 : 1),
            note: t("perHour"),
          },
          {
            label: t("closes"),
            value: queue.closesAt ? clock(queue.closesAt) : "?",
            note: across && t("acrossTime", { time: across }),
          },
        ]}
      />
    </div>
  );
}

/** State of the route as the operations screen knows it; nothing while that is not read. */
function RouteTag({ route }: { route: string }) {
  const { lang } = useLanguage();
  const operations = useQuery({
    ...orpc.gate.readOperations.queryOptions({ input: {} }),
    staleTime: 30_000,
  });
  const found =
    operations.data && borderOf(operations.data, lang).model.routes.find((one) => one.key === route);
  if (!found) return null;
  return (
    <Tag tone={found.status.tone} glyph={found.status.glyph}>
      {found.status.word}
    </Tag>
  );
}
