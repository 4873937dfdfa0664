import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { orpc } from "../../../shell/api.ts";
import { useAsOf } from "../../../shell/as-of.ts";
import { Problem } from "../../../shell/problem.tsx";
import { Read } from "../../../shell/read.tsx";
import { useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { Changes } from "../queue/place-history.tsx";
import { OrderNotes } from "../steering/order-notes.tsx";
import { Notifications } from "./notifications.tsx";
import { StageBar, Timeline } from "./timeline.tsx";
import { Transfers } from "./transfers.tsx";
import { TripChecks } from "./trip-checks.tsx";
import { FeePanel, Papers, Seal, StageTimes } from "./trip-facts.tsx";
import { TripHead } from "./trip-head.tsx";
import { tripTexts } from "./trip-texts.ts";
import "./timeline.css";
import "./trip.css";
import "./trip-print.css";
import "../queue/place-history.css";

/** Screen 3: one trip whole. What may be done comes from the server; so does every reason why not. */
export function TripScreen() {
  const t = useTexts(tripTexts);
  const { trip: id } = useParams({ from: "/trips/$trip" });
  const { asOf } = useAsOf();
  const input = { trip: id, ...(asOf && { asOf }) };
  const trip = useQuery({
    ...orpc.gate.readTrip.queryOptions({ input }),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
  const story = useQuery({
    ...orpc.gate.readStory.queryOptions({ input }),
    placeholderData: keepPreviousData,
  });
  const lines = story.data?.lines ?? [];
  return (
    <>
      {!trip.data && <h1 className="vh">{t("trips")}</h1>}
      <Read of={trip} rows={14} widths={[60, 60, 320, 160]}>
        {({ trip: view }) => (
          <>
            <TripHead trip={view} />
            <StageBar trip={view} story={lines} />
            <OrderNotes orders={view.orders} />
            <div className="tg3">
              {story.isError && !story.data ? (
                <Panel title={t("timeline")}>
                  <Problem error={story.error} retry={() => void story.refetch()} />
                </Panel>
              ) : (
                <Timeline trip={view} story={lines} />
              )}
              <div className="col">
                <TripChecks trip={view} />
                <Transfers trip={view} />
                <FeePanel />
                <Papers trip={view} />
                <Notifications trip={view.id} />
              </div>
              <div className="col">
                <StageTimes story={lines} />
                {view.direction === "export" && (
                  <Panel title={t("place")}>
                    <Changes trip={view.id} />
                  </Panel>
                )}
                {story.data && <Seal sealed={story.data.sealed} count={lines.length} code={view.code} />}
              </div>
            </div>
          </>
        )}
      </Read>
    </>
  );
}
