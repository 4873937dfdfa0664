import type { AuditRow } from "@moc/contract/identity/audit.ts";
import { identityMessages } from "@moc/contract/identity/messages/messages.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { AdminFrame } from "../../shell/admin-frame.tsx";
import { orpc } from "../../shell/api.ts";
import { Read } from "../../shell/read.tsx";
import { Button } from "../../ui/button.tsx";
import { clockSeconds, day } from "../../ui/format.ts";
import { useLanguage, useTexts } from "../../ui/language.tsx";
import { Panel } from "../../ui/panel.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import type { Lang, Say } from "../../ui/text.ts";
import { accountTexts } from "./accounts-texts.ts";
import { told, whyWord } from "./audit-words.ts";

const columnsOf = (t: Say<typeof accountTexts>, lang: Lang): readonly Column<AuditRow>[] => [
  {
    id: "at",
    head: t("at"),
    cell: (row) => (
      <span className="num">
        {day(row.at)} {clockSeconds(row.at)}
      </span>
    ),
  },
  {
    id: "action",
    head: t("action"),
    cell: (row) => <b className="strong">{identityMessages[lang].audit[row.action]}</b>,
  },
  { id: "actor", head: t("actor"), cell: (row) => row.actorName ?? t("stranger") },
  { id: "subject", head: t("subject"), cell: (row) => row.subjectName ?? "" },
  { id: "why", head: t("why"), className: "wrap", cell: (row) => whyWord(row.why, lang) },
  {
    id: "change",
    head: t("change"),
    className: "wrap",
    cell: (row) => [told(row.before, lang), told(row.after, lang)].filter(Boolean).join(" → "),
  },
];

/** Who did what to whom, when and why; itself audited. */
export function AuditScreen() {
  const t = useTexts(accountTexts);
  const { lang } = useLanguage();
  const audit = useInfiniteQuery(
    orpc.identity.readAudit.infiniteOptions({
      input: (after: string | undefined) => ({ limit: 100, ...(after && { after }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  const rows = audit.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <AdminFrame>
      <Panel title={t("auditTitle")} note={t("auditNote")}>
        <Read of={audit} rows={12} widths={[130, 160, 120, 120, 200]}>
          {() =>
            rows.length === 0 ? (
              <EmptyState icon="paper" title={t("auditNone")}>
                {t("auditNoneWhy")}
              </EmptyState>
            ) : (
              <Table label={t("action")} columns={columnsOf(t, lang)} rows={rows} rowKey={(row) => row.id} />
            )
          }
        </Read>
        {audit.hasNextPage && (
          <div className="pad-field">
            <Button busy={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
              {t("more")}
            </Button>
          </div>
        )}
      </Panel>
    </AdminFrame>
  );
}
