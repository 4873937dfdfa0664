import { type AmendField, amendFields } from "@moc/contract/gate/declaration.ts";
import { partWords } from "@moc/contract/gate/messages/amend-words.ts";
import type { TripView } from "@moc/contract/gate/trip.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import { orpc } from "../../../shell/api.ts";
import { Read } from "../../../shell/read.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { EmptyState } from "../../../ui/states.tsx";
import { plateText, refusalTo } from "../speak.ts";
import { AmendParts } from "./amend-parts.tsx";
import { AmendReview } from "./amend-review.tsx";
import { amendTexts } from "./amend-texts.ts";
import { amendmentOf, belongsTo, draftOf, followed } from "./amendment.ts";
import { amendFieldsOf } from "./declare-fields.tsx";
import { type Draft, emptyDraft } from "./draft.ts";
import { type DraftInHand, useDraft } from "./draft-store.ts";
import { StepForm } from "./step-form.tsx";
import "./declare.css";

/** A declaration being amended: the trip as it stands, what was filed and is still open, what is typed over it. */
export type AmendingTrip = {
  trip: TripView;
  amendable: readonly AmendField[];
  /** Version of the trip when the filing was read. */
  seen: number;
  filed: Draft;
  hand: DraftInHand;
  /** As it was filed before somebody else amended it under the typist's hands. */
  overtaken: Draft | undefined;
  /** Reads the filing anew; what was typed stays. */
  reread: () => Promise<void>;
};
type Inside = { children: (amending: AmendingTrip) => ReactNode };

/** Screen 5 again, for a declaration already filed: what may still change, what is fixed and why. */
export function AmendScreen() {
  const { trip } = useParams({ from: "/trips/$trip/amend" });
  return <Amending id={trip}>{(amending) => <AmendParts {...amending} />}</Amending>;
}

/** One part stated anew, or what will be sent. */
export function AmendPartScreen() {
  const t = useTexts(amendTexts);
  const { trip, part } = useParams({ from: "/trips/$trip/amend/$part" });
  const field = amendFields.find((one) => one === part);
  return (
    <Amending id={trip}>
      {(amending) => (
        <>
          <Link className="link" to="/trips/$trip/amend" params={{ trip }}>
            {t("parts")}
          </Link>
          {field ? (
            <Part key={field} field={field} {...amending} />
          ) : (
            <AmendReview key={amending.seen} {...amending} />
          )}
        </>
      )}
    </Amending>
  );
}

function Amending({ id, children }: { id: string } & Inside) {
  const t = useTexts(amendTexts);
  const read = useQuery(orpc.gate.readTrip.queryOptions({ input: { trip: id } }));
  const trip = read.data?.trip;
  return (
    <div className="declare">
      {trip && (
        <nav className="crumb" aria-label={t("parts")}>
          <Link to="/trips/$trip" params={{ trip: id }}>
            {t("backToTrip", { plate: plateText(trip.plate) })}
          </Link>
        </nav>
      )}
      <Read of={read} rows={6} widths={[320, 120]}>
        {(view) => <Open trip={view.trip}>{children}</Open>}
      </Read>
    </div>
  );
}

/** Reads what was filed, once: it holds a driver's data, and every reading of those is audited. */
function Open({ trip, children }: { trip: TripView } & Inside) {
  const t = useTexts(amendTexts);
  const { lang } = useLanguage();
  const closed = refusalTo(trip.may, "amend", lang);
  const read = useQuery({
    ...orpc.gate.readDeclaration.queryOptions({ input: { trip: trip.id } }),
    enabled: closed === undefined,
    staleTime: Number.POSITIVE_INFINITY,
    meta: { live: false },
  });
  const declaration = read.data?.declaration;
  const filed = useMemo(() => (declaration ? draftOf(declaration) : emptyDraft), [declaration]);
  const hand = useDraft(`amend.${trip.id}`, filed);
  const [overtaken, setOvertaken] = useState<Draft>();
  const reread = async () => {
    const fresh = await read.refetch();
    if (fresh.data === undefined) return;
    hand.change(followed(filed, draftOf(fresh.data.declaration), hand.draft));
    setOvertaken(filed);
  };
  if (closed !== undefined) {
    return (
      <>
        <h1>{t("title", { plate: plateText(trip.plate) })}</h1>
        <div className="panel">
          <EmptyState icon="paper" title={t("closed")}>
            {closed}
          </EmptyState>
        </div>
      </>
    );
  }
  return (
    <Read of={read} rows={6} widths={[320, 120]}>
      {({ declaration: { amendable, version: seen } }) =>
        children({ trip, amendable, seen, filed, hand, overtaken, reread })
      }
    </Read>
  );
}

function Part({ field, trip, filed, hand }: AmendingTrip & { field: AmendField }) {
  const t = useTexts(amendTexts);
  const { lang } = useLanguage();
  const navigate = useNavigate();
  const { faults } = amendmentOf(filed, hand.draft, lang);
  return (
    <StepForm
      title={partWords[field][lang]}
      lead={field === "driver" && <p className="hint">{t("driverLead")}</p>}
      fields={amendFieldsOf[field]}
      draft={hand.draft}
      change={hand.change}
      faults={new Map([...faults].filter(([path]) => belongsTo(path, field)))}
      next={t("save")}
      onNext={() => void navigate({ to: "/trips/$trip/amend", params: { trip: trip.id } })}
    />
  );
}
