import type { SteeringView } from "@moc/contract/gate/steering.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { orpc } from "../../../shell/api.ts";
import { Read } from "../../../shell/read.tsx";
import { Button } from "../../../ui/button.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { EmptyState } from "../../../ui/states.tsx";
import { refusalTo } from "../speak.ts";
import { GiveOrderDialog } from "./give-order-dialog.tsx";
import { NoticePanel } from "./notice-panel.tsx";
import { draftFor } from "./order-draft.ts";
import { OrderList } from "./order-list.tsx";
import { PlanTable } from "./plan-table.tsx";
import { steeringTexts } from "./steering-texts.ts";
import "./steering.css";

/** Screen 7: orders in force, planned and past, the plan that they depart from, and the giving of a new one. */
export function SteeringScreen() {
  const t = useTexts(steeringTexts);
  const steering = useQuery({
    ...orpc.gate.readSteering.queryOptions({ input: {} }),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
  return (
    <div className="room steering">
      <h1 className="vh">{t("screen")}</h1>
      <Read of={steering} rows={10} widths={[220, 120, 160]}>
        {(read) => <Steering view={read} />}
      </Read>
    </div>
  );
}

function Steering({ view }: { view: SteeringView }) {
  const t = useTexts(steeringTexts);
  const { lang } = useLanguage();
  const asked = useSearch({ from: "/steering" });
  const navigate = useNavigate();
  const [giving, setGiving] = useState(asked.route !== undefined);
  const [first] = view.competent;
  return (
    <>
      <Panel
        title={t("inForce")}
        note={view.inForce.length > 1 ? t("rule") : view.inForce.length || undefined}
        end={
          <Button
            look="primary"
            refusal={first === undefined ? refusalTo(view.may, "give_order", lang) : undefined}
            onClick={() => setGiving(true)}
          >
            {t("give")}
          </Button>
        }
      >
        {view.inForce.length === 0 ? (
          <EmptyState icon="simulation" title={t("none")}>
            {t("noneWhy")}
          </EmptyState>
        ) : (
          <OrderList orders={view.inForce} />
        )}
      </Panel>
      {view.planned.length > 0 && (
        <Panel title={t("planned")} note={view.planned.length}>
          <OrderList orders={view.planned} />
        </Panel>
      )}
      <NoticePanel now={view.now} />
      <PlanTable />
      <Panel title={t("past")} note={view.past.length || undefined}>
        {view.past.length === 0 ? (
          <p className="pad muted">{t("noPast")}</p>
        ) : (
          <OrderList orders={view.past} />
        )}
      </Panel>
      {giving && first !== undefined && (
        <GiveOrderDialog
          competent={view.competent}
          start={draftFor(asked, first)}
          onClose={() => {
            setGiving(false);
            void navigate({ to: "/steering", search: {} });
          }}
        />
      )}
    </>
  );
}
