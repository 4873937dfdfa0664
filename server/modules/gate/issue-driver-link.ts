import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { renderSVG } from "uqr";
import { roleAmong } from "../../platform/authorise.ts";
import { duties } from "./duties.ts";
import type { GateParts } from "./parts.ts";
import { gatePolicy } from "./policy.ts";
import { tripFor } from "./read-trip.ts";

// A trip that is not over by then is asked for a new link.
const linkDays = 7;

/** The driver's own page for one trip: a capability address and its QR code. The same command gives the same link. */
export async function issueDriverLink(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; trip: string },
): Promise<{ url: string; qrSvg: string }> {
  const { actor, trip, row } = await tripFor(parts, caller, input.trip);
  if (!gatePolicy.issue_driver_link(actor, row)) throw new Refusal("not_allowed");
  const role = roleAmong(actor, duties.issue_driver_link);
  const { link } = await parts.once({ name: "gate.driver_link", actor, role, input }, async ({ tx, now }) => {
    const endsAt = new Date(now().getTime() + linkDays * 24 * 3_600_000);
    const { simulated, declarant: organisation } = trip;
    return {
      link: await parts.identity.makeLink(tx, actor, { trip: trip.id, organisation, simulated, endsAt }),
    };
  });
  const url = parts.identity.linkUrl(link);
  return { url, qrSvg: renderSVG(url, { border: 2 }) };
}
