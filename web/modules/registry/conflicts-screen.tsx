import { useQuery } from "@tanstack/react-query";
import { AdminFrame } from "../../shell/admin-frame.tsx";
import { orpc } from "../../shell/api.ts";
import { Problem } from "../../shell/problem.tsx";
import { useTexts } from "../../ui/language.tsx";
import { Panel } from "../../ui/panel.tsx";
import { EmptyState, Skeleton } from "../../ui/states.tsx";
import { ConflictPanel } from "./conflict-panel.tsx";
import { conflictTexts } from "./conflict-texts.ts";
import { PackGapsNote } from "./pack-gaps.tsx";
import "./conflicts.css";

/** Screen 11, what the newest pack says against rows that were edited on a screen: decided one by one. */
export function ConflictsScreen() {
  const t = useTexts(conflictTexts);
  const read = useQuery(orpc.registry.readConflicts.queryOptions());
  const rows = read.data?.rows ?? [];
  return (
    <AdminFrame>
      <PackGapsNote />
      <div className="conflicts">
        <Panel title={t("title")} note={read.data && t("note", { n: rows.length })}>
          {read.isError ? (
            <Problem error={read.error} retry={() => void read.refetch()} />
          ) : !read.data ? (
            <Skeleton label={t("loading")} rows={6} widths={[180, 240, 240]} />
          ) : (
            rows.length === 0 && (
              <EmptyState icon="catalogue" title={t("none")}>
                {t("noneWhy")}
              </EmptyState>
            )
          )}
        </Panel>
        {rows.map((conflict) => (
          <ConflictPanel
            key={`${conflict.kind} ${conflict.key} ${conflict.packDigest}`}
            conflict={conflict}
          />
        ))}
      </div>
    </AdminFrame>
  );
}
