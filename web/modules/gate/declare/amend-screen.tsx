import type { TripView } from "@moc/contract/gate/trip.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { orpc } from "../../../shell/api.ts";
import { Problem } from "../../../shell/problem.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { EmptyState, Skeleton } from "../../../ui/states.tsx";
import { plateText, refusalTo } from "../speak.ts";
import { AmendParts } from "./amend-parts.tsx";
import { AmendReview } from "./amend-review.tsx";
import { type AmendField, amendFields, amendTexts, partWords } from "./amend-texts.ts";
import { amendmentOf, draftOf } from "./amendment.ts";
import { amendFieldsOf } from "./declare-fields.tsx";
import type { Draft } from "./draft.ts";
import { type DraftInHand, useDraft } from "./draft-store.ts";
import { StepForm } from "./step-form.tsx";
import "./declare.css";

/** A declaration being amended: the trip as it stands, what was filed, and what is typed over it. */
export type AmendingTrip = { trip: TripView; filed: Draft; hand: DraftInHand };

/** Screen 5 again, for a declaration already filed: what may still change, what is fixed and why. */
export function AmendScreen() {
  const { trip } = useParams({ from: "/trips/$trip/amend" });
  return <Amending id={trip}>{(amending) => <AmendParts {...amending} />}</Amending>;
}

/** One part stated anew, or what will be sent. */
export function AmendPartScreen() {
  const { trip, part } = useParams({ from: "/trips/$trip/amend/$part" });
  const field = amendFields.find((one) => one === part);
  return (
    <Amending id={trip}>
      {(amending) =>
        field ? <Part key={field} field={field} {...amending} /> : <AmendReview {...amending} />
      }
    </Amending>
  );
}

function Amending({ id, children }: { id: string; children: (amending: AmendingTrip) => ReactNode }) {
  const t = useTexts(amendTexts);
  const read = useQuery(orpc.gate.readTrip.queryOptions({ input: { trip: id } }));
  return (
    <div className="declare">
      {read.isError ? (
        <Problem error={read.error} retry={() => void read.refetch()} />
      ) : read.data ? (
        <Opened trip={read.data.trip}>{children}</Opened>
      ) : (
        <Skeleton label={t("loading")} rows={6} widths={[320, 120]} />
      )}
    </div>
  );
}

function Opened({ trip, children }: { trip: TripView; children: (amending: AmendingTrip) => ReactNode }) {
  const t = useTexts(amendTexts);
  const { lang } = useLanguage();
  const filed = useMemo(() => draftOf(trip), [trip]);
  const hand = useDraft(`amend.${trip.id}`, filed);
  const closed = refusalTo(trip.may, "amend", lang);
  const plate = plateText(trip.plate);
  return (
    <>
      <nav className="crumb" aria-label={t("parts")}>
        <Link to="/trips/$trip" params={{ trip: trip.id }}>
          {t("backToTrip", { plate })}
        </Link>
      </nav>
      {closed === undefined ? (
        children({ trip, filed, hand })
      ) : (
        <>
          <h1>{t("title", { plate })}</h1>
          <div className="panel">
            <EmptyState icon="paper" title={t("closed")}>
              {closed}
            </EmptyState>
          </div>
        </>
      )}
    </>
  );
}

function Part({ field, trip, filed, hand }: AmendingTrip & { field: AmendField }) {
  const t = useTexts(amendTexts);
  const { lang } = useLanguage();
  const navigate = useNavigate();
  const { faults } = amendmentOf(filed, hand.draft, lang);
  const back = () => void navigate({ to: "/trips/$trip/amend", params: { trip: trip.id } });
  return (
    <StepForm
      title={partWords[field][lang]}
      lead={
        field === "driver" && (
          <p className="hint">{t("driverLead", { name: trip.driver.name ?? t("withheld") })}</p>
        )
      }
      fields={amendFieldsOf[field]}
      draft={hand.draft}
      change={hand.change}
      faults={new Map([...faults].filter(([path]) => path === field || path.startsWith(`${field}.`)))}
      onNext={back}
      onBack={back}
    />
  );
}
