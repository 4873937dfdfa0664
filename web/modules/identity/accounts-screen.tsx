import type { Account } from "@moc/contract/identity/account.ts";
import { identityMessages } from "@moc/contract/identity/messages/messages.ts";
import { listed } from "@moc/contract/values/sentence.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { AdminFrame } from "../../shell/admin-frame.tsx";
import { orpc } from "../../shell/api.ts";
import { useNames } from "../../shell/names.ts";
import { Read } from "../../shell/read.tsx";
import { useSession } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { dayClock } from "../../ui/format.ts";
import { useLanguage, useTexts } from "../../ui/language.tsx";
import { Panel } from "../../ui/panel.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { Illustrative, Tag } from "../../ui/tag.tsx";
import type { Lang, Say } from "../../ui/text.ts";
import { AccountDialog } from "./account-dialog.tsx";
import { accountTexts } from "./accounts-texts.ts";

const columnsOf = (
  t: Say<typeof accountTexts>,
  lang: Lang,
  names: (key: string | null) => string,
  open: (account: Account) => void,
): readonly Column<Account>[] => [
  {
    id: "userName",
    head: t("userName"),
    className: "wrap",
    cell: (row) => (
      <>
        <Button look="link" onClick={() => open(row)}>
          {row.userName}
        </Button>{" "}
        {row.secondFactor && <span className="muted small">{t("factor")}</span>}{" "}
        {row.demonstration && <Illustrative>{t("demonstration")}</Illustrative>}
      </>
    ),
    order: (a, b) => a.userName.localeCompare(b.userName),
  },
  {
    id: "name",
    head: t("name"),
    className: "wrap",
    cell: (row) => row.name ?? <span className="muted">{t("erased")}</span>,
  },
  {
    id: "roles",
    head: t("roles"),
    className: "wrap",
    cell: (row) =>
      listed(
        lang,
        row.roles.map((role) => identityMessages[lang].roles[role]),
      ),
  },
  {
    id: "organisation",
    head: t("organisation"),
    className: "wrap",
    cell: (row) => (row.organisation ? names(row.organisation) : t("zoneItself")),
  },
  {
    id: "state",
    head: t("state"),
    cell: (row) => (
      <Tag tone={row.disabled ? "idle" : "ok"} glyph={row.disabled ? "shut" : "open"}>
        {t(row.disabled ? "disabled" : "open")}
      </Tag>
    ),
  },
  {
    id: "signedIn",
    head: t("signedIn"),
    align: "right",
    cell: (row) => <span className="num">{row.signedInAt ? dayClock(row.signedInAt) : t("never")}</span>,
    order: (a, b) => (a.signedInAt ?? "").localeCompare(b.signedInAt ?? ""),
  },
];

/** Screen 11, accounts: who may work here, in which duty, for whom. */
export function AccountsScreen() {
  const t = useTexts(accountTexts);
  const { lang } = useLanguage();
  const names = useNames();
  const me = useSession();
  const [text, setText] = useState("");
  const [selected, setSelected] = useState<string>();
  const [edited, setEdited] = useState<Account | "new">();
  const search = useDeferredValue(text.trim());
  const accounts = useQuery({
    ...orpc.identity.listAccounts.queryOptions({ input: { limit: 200, ...(search && { search }) } }),
    placeholderData: keepPreviousData,
  });
  const refused = me.may.find((line) => line.action === "createAccount" && !line.allowed);
  const reasons: Readonly<Record<string, string>> = identityMessages[lang].reasons;
  return (
    <AdminFrame>
      <Panel
        title={t("title")}
        note={accounts.data && t("shown", { n: accounts.data.total })}
        end={
          <Button
            icon="plus"
            refusal={refused && (reasons[refused.reason ?? ""] ?? refused.reason)}
            onClick={() => setEdited("new")}
          >
            {t("create")}
          </Button>
        }
      >
        <div className="pad-field">
          <TextField label={t("search")} value={text} onChange={(event) => setText(event.target.value)} />
        </div>
        <Read of={accounts} rows={10} widths={[120, 160, 160, 160]}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState icon="user" title={t("none")}>
                {t("noneWhy")}
              </EmptyState>
            ) : (
              <Table
                label={t("list")}
                columns={columnsOf(t, lang, names, setEdited)}
                rows={rows}
                rowKey={(row) => row.id}
                selected={selected}
                onSelect={(row) => setSelected(row.id)}
                onOpen={setEdited}
              />
            )
          }
        </Read>
      </Panel>
      {edited && (
        <AccountDialog account={edited === "new" ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
    </AdminFrame>
  );
}
