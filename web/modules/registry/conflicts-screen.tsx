import { useQuery } from "@tanstack/react-query";
import { AdminFrame } from "../../shell/admin-frame.tsx";
import { orpc } from "../../shell/api.ts";
import { Read } from "../../shell/read.tsx";
import { useTexts } from "../../ui/language.tsx";
import { Panel } from "../../ui/panel.tsx";
import { EmptyState } from "../../ui/states.tsx";
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
          <Read of={read} rows={6} widths={[180, 240, 240]}>
            {() =>
              rows.length === 0 && (
                <EmptyState icon="catalogue" title={t("none")}>
                  {t("noneWhy")}
                </EmptyState>
              )
            }
          </Read>
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
