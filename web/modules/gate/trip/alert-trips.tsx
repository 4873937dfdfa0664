import type { Alert } from "@moc/contract/gate/operations.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { orpc } from "../../../shell/api.ts";
import { useAsOf } from "../../../shell/as-of.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useTexts } from "../../../ui/language.tsx";
import { EmptyState } from "../../../ui/states.tsx";
import type { Texts } from "../../../ui/text.ts";
import { useAlertTitle } from "../operations/alert-title.ts";

const texts = {
  leave: { vi: "Bỏ, xem mọi lượt xe", en: "Leave it and see every trip", zh: "取消，查看所有车次" },
  every: { vi: "Xem mọi lượt xe", en: "See every trip", zh: "查看所有车次" },
  over: { vi: "Cảnh báo này đã hết", en: "This alert is over", zh: "此告警已解除" },
  overWhy: {
    vi: "Không còn xe nào thuộc cảnh báo: việc đã được xử lý hoặc đã qua.",
    en: "No truck is part of it any longer: it was dealt with, or it has passed.",
    zh: "已无车辆属于此告警：已处理或已过去。",
  },
} as const satisfies Texts;

/** The alert whose trips the address asks for, as it stands now; `asked` without `alert`: not read yet, or over. */
export function useAskedAlert() {
  const { alert: id }: { alert?: string } = useSearch({ strict: false });
  const { asOf } = useAsOf();
  const read = useQuery({
    ...orpc.gate.readOperations.queryOptions({ input: { asOf } }),
    placeholderData: keepPreviousData,
    enabled: id !== undefined,
  });
  const alert = read.data?.alerts.find((one) => one.id === id);
  return { asked: id !== undefined, alert, read };
}

/** Which alert narrows the list, and the way out of it. */
export function AlertChip({ alert }: { alert: Alert }) {
  const t = useTexts(texts);
  const title = useAlertTitle();
  return (
    <Link className="chip on" to="/trips" search={{}} title={t("leave")}>
      <span>{title(alert)}</span>
      <span className="vh">{t("leave")}</span>
      <Icon name="x" />
    </Link>
  );
}

/** Instead of the list, when nothing is left of the alert. */
export function AlertOver() {
  const t = useTexts(texts);
  return (
    <EmptyState
      icon="check"
      title={t("over")}
      action={
        <Link className="btn" to="/trips" search={{}}>
          {t("every")}
        </Link>
      }
    >
      {t("overWhy")}
    </EmptyState>
  );
}
