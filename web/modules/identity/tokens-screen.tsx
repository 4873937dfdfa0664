import { identityMessages } from "@moc/contract/identity/messages/messages.ts";
import { demoScopes, offeredScopes } from "@moc/contract/identity/scopes.ts";
import type { Token, TokenState } from "@moc/contract/identity/token.ts";
import { listed, marks } from "@moc/contract/values/sentence.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AdminFrame } from "../../shell/admin-frame.tsx";
import { orpc } from "../../shell/api.ts";
import { useNames } from "../../shell/names.ts";
import { Read } from "../../shell/read.tsx";
import { useSession } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { day, dayClock } from "../../ui/format.ts";
import { useLanguage, useTexts } from "../../ui/language.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Segments } from "../../ui/segments.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { Illustrative, Tag } from "../../ui/tag.tsx";
import type { Lang, Say, Text } from "../../ui/text.ts";
import { IssueToken } from "./issue-token.tsx";
import { RevokeToken } from "./revoke-token.tsx";
import { tokenTexts } from "./tokens-texts.ts";

type Speaking = { t: Say<typeof tokenTexts>; lang: Lang; names: (key: string | null) => string };

const scopeWord = (scope: string, lang: Lang): string => {
  const words: Readonly<Record<string, Text>> = { ...offeredScopes, ...demoScopes };
  return words[scope]?.[lang] ?? scope;
};

function State({ token, t }: { token: Token; t: Say<typeof tokenTexts> }) {
  if (token.revokedAt !== null)
    return (
      <Tag tone="idle" glyph="shut">
        {t("revoked")}
      </Tag>
    );
  const ended = token.may.some((line) => line.reason === "ended");
  return (
    <Tag tone={ended ? "idle" : "ok"} glyph={ended ? "shut" : "open"}>
      {t(ended ? "ended" : "valid")}
    </Tag>
  );
}

const columnsOf = (
  { t, lang, names }: Speaking,
  onRevoke: (token: Token) => void,
): readonly Column<Token>[] => [
  {
    id: "name",
    head: t("name"),
    className: "wrap",
    cell: (row) => (
      <>
        <b className="strong">{row.name}</b> {row.simulated && <Illustrative>{t("simulated")}</Illustrative>}
      </>
    ),
  },
  {
    id: "organisation",
    head: t("organisation"),
    className: "wrap",
    cell: (row) => (row.organisation ? names(row.organisation) : t("zoneItself")),
  },
  {
    id: "roles",
    head: t("roles"),
    className: "wrap",
    cell: (row) =>
      listed(
        lang,
        row.roles.map((role) => identityMessages[lang].roles[role]),
      ) || t("noRoles"),
  },
  {
    id: "scopes",
    head: t("scopes"),
    className: "wrap",
    cell: (row) =>
      row.scopes.map((scope) => scopeWord(scope, lang)).join(marks[lang].semicolon) ||
      t(row.simulated ? "allOfRole" : "noScopes"),
  },
  {
    id: "used",
    head: t("used"),
    align: "right",
    cell: (row) => <span className="num">{row.usedAt ? dayClock(row.usedAt) : t("never")}</span>,
    order: (a, b) => (a.usedAt ?? "").localeCompare(b.usedAt ?? ""),
  },
  {
    id: "expires",
    head: t("expires"),
    align: "right",
    cell: (row) => <span className="num">{day(row.expiresAt)}</span>,
    order: (a, b) => a.expiresAt.localeCompare(b.expiresAt),
  },
  { id: "state", head: t("state"), cell: (row) => <State token={row} t={t} /> },
  {
    id: "revoke",
    head: t("revoke"),
    cell: (row) =>
      row.may.some((line) => line.action === "revokeToken" && line.allowed) && (
        <Button small look="quiet" icon="x" onClick={() => onRevoke(row)}>
          {t("revoke")}
        </Button>
      ),
  },
];

/** Those that have ended are kept, apart from those that one looks after. */
function useTokens(state: TokenState) {
  return useInfiniteQuery(
    orpc.identity.listTokens.infiniteOptions({
      input: (after: string | undefined) => ({ state, limit: 100, ...(after && { after }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
}

/** Screen 11, tokens: which machine may do what for whom, and when it last did. */
export function TokensScreen() {
  const t = useTexts(tokenTexts);
  const { lang } = useLanguage();
  const names = useNames();
  const me = useSession();
  const [issuing, setIssuing] = useState(false);
  const [revoked, setRevoked] = useState<Token>();
  const [state, setState] = useState<TokenState>("valid");
  const tokens = useTokens(state);
  const rows = tokens.data?.pages.flatMap((page) => page.rows) ?? [];
  const refused = me.may.find((line) => line.action === "issueToken" && !line.allowed);
  const reasons: Readonly<Record<string, string>> = identityMessages[lang].reasons;
  return (
    <AdminFrame>
      <Panel
        title={t("title")}
        note={tokens.data && t("shown", { n: tokens.data.pages[0]?.total ?? 0 })}
        end={
          <Button
            icon="plus"
            refusal={refused && (reasons[refused.reason ?? ""] ?? refused.reason)}
            onClick={() => setIssuing(true)}
          >
            {t("issue")}
          </Button>
        }
      >
        <p className="pad-field soft measure-wide">{t("lead")}</p>
        <div className="pad-field">
          <Segments
            label={t("state")}
            value={state}
            options={[
              { value: "valid", label: t("inUse") },
              { value: "ended", label: t("notInUse") },
            ]}
            onPick={setState}
          />
        </div>
        <Read of={tokens} rows={8} widths={[120, 160, 160, 160]}>
          {() =>
            rows.length === 0 ? (
              <EmptyState icon="link" title={t(state === "valid" ? "none" : "noneEnded")}>
                {t(state === "valid" ? "noneWhy" : "noneEndedWhy")}
              </EmptyState>
            ) : (
              <Table
                label={t("list")}
                columns={columnsOf({ t, lang, names }, setRevoked)}
                rows={rows}
                rowKey={(row) => row.id}
              />
            )
          }
        </Read>
        {tokens.hasNextPage && (
          <div className="pad-field">
            <Button small busy={tokens.isFetchingNextPage} onClick={() => void tokens.fetchNextPage()}>
              {t("more")}
            </Button>
          </div>
        )}
      </Panel>
      {issuing && <IssueToken onClose={() => setIssuing(false)} />}
      {revoked && <RevokeToken token={revoked} onClose={() => setRevoked(undefined)} />}
    </AdminFrame>
  );
}
