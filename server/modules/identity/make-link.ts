import { randomUUID } from "node:crypto";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { keepAudit } from "./keep-audit.ts";
import { digestOf, keyedDigest } from "./keys.ts";
import type { IdentityParts } from "./parts.ts";
import { endLinks, insertLink } from "./token-store.ts";

export type NewLink = {
  trip: string;
  organisation: string | null;
  simulated: boolean;
  /** Zone time. */
  endsAt: Date;
};

// 128 bits made from the link's random id under a key of this installation: the table alone opens nothing, yet the
// address can be made again for whoever may issue it (a second look at the QR code, a repeated command).
const secretBytes = 16;

/** The secret of a link, 22 characters. */
export function linkSecret(parts: IdentityParts, id: string): string {
  return keyedDigest(parts.keys.link, id).subarray(0, secretBytes).toString("base64url");
}

/** The address of the driver's page behind a link. */
export function linkUrl(parts: IdentityParts, id: string): string {
  return `${parts.address()}/d/${linkSecret(parts, id)}`;
}

/** Makes a link for one trip; its bearer sees and speaks for that trip until it ends. @returns the link's id. */
export async function makeLink(tx: Tx, parts: IdentityParts, actor: Actor, link: NewLink): Promise<string> {
  const id = randomUUID();
  const { trip, organisation, simulated, endsAt } = link;
  const digest = digestOf(linkSecret(parts, id));
  await insertLink(tx, {
    id,
    digest,
    trip,
    organisation,
    simulated,
    made_at: parts.clock.now(),
    ends_at: endsAt,
  });
  await keepAudit(tx, parts, actor, [{ action: "link_issued", subject: id, organisation, after: { trip } }]);
  return id;
}

/** Ends every link of a trip, e.g. when its driver changes. @returns the ids of those that ended now. */
export async function revokeLinks(
  tx: Tx,
  parts: IdentityParts,
  actor: Actor,
  trip: string,
): Promise<string[]> {
  const ended = await endLinks(tx, trip, parts.clock.now());
  await keepAudit(
    tx,
    parts,
    actor,
    ended.map((subject) => ({ action: "link_revoked", subject, after: { trip } })),
  );
  return ended;
}
