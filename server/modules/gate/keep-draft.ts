import { randomUUID } from "node:crypto";
import { type DraftRow, mostDrafts, type TypedDeclaration } from "@moc/contract/gate/draft.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise, roleAmong } from "../../platform/authorise.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { setTimer } from "../../platform/time/timers.ts";
import { countDrafts, findDraft, lockDraft, putDraft, type StoredDraft } from "./draft-store.ts";
import { duties } from "./duties.ts";
import { keepOwner } from "./owner.ts";
import { type GateParts, rulesNow, type ZoneRules } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { refuseNames } from "./refuse-names.ts";
import { limitEnd } from "./rules.ts";
import { personsOf, showDraft } from "./show-draft.ts";
import { draftTimer } from "./timer-kinds.ts";

type Input = {
  command: string;
  draft: string | null;
  template: string | null;
  typed: TypedDeclaration;
  seen?: number | undefined;
};

/** The paper to lay anew, held; null for a new one. @throws Refusal `draft_not_found`, `stale_state`, `drafts_full` */
async function lockedBefore(
  tx: Tx,
  { draft, seen }: Input,
  organisation: string,
): Promise<StoredDraft | null> {
  if (draft === null) {
    if ((await countDrafts(tx, organisation)) >= mostDrafts)
      throw new Refusal("drafts_full", { params: { most: String(mostDrafts) } });
    return null;
  }
  const before = await lockDraft(tx, draft);
  if (before?.organisation !== organisation) throw new Refusal("draft_not_found");
  if (seen !== undefined && seen !== before.version) throw new Refusal("stale_state");
  return before;
}

const noOwner = { organisation: null, person: null };

/** Puts what is personal apart; the rest is refused while it repeats it. @throws Refusal `text_names_person` */
async function partPersons(parts: GateParts, tx: Tx, rules: ZoneRules, { typed, template }: Input) {
  const { driverName, driverPaper, driverPhone, owner: ownerName, note, ...content } = typed;
  const personal = driverName + driverPaper + driverPhone + note !== "";
  const data = { name: driverName, paper: driverPaper, phone: driverPhone, note };
  const driver = personal ? await parts.identity.savePerson(tx, "driver", data) : null;
  const owner = ownerName.trim() === "" ? noOwner : await keepOwner(parts, tx, rules, ownerName);
  const { goods, customsNumbers, quarantineNumber, plate, trailer, vin } = content;
  const texts = {
    goods: goods.flatMap((line) => [line.name, line.hs, line.weightKg, line.packages]),
    customsNumbers: [customsNumbers],
    quarantine: [quarantineNumber],
    vehicle: [plate, trailer, vin, ...content.containers.map((one) => one.number)],
    origin: [content.origin ?? ""],
    template: [template ?? ""],
  };
  await refuseNames(parts, tx, { person: driver, owner }, texts);
  return { content, driver, owner_organisation: owner.organisation, owner_person: owner.person };
}

/**
 * Keeps a draft or, under a name, a template of the caller's organisation. It is no act towards the zone: no event tells
 * of it, and what is personal in it goes when it is kept anew, filed, thrown away or expired.
 * @throws Refusal `draft_not_found`, `drafts_full`, `stale_state`, `text_names_person`, `rule_missing`
 */
export async function keepDraft(
  parts: GateParts,
  caller: Actor | null,
  input: Input,
): Promise<{ draft: DraftRow }> {
  const actor = authorise(gatePolicy, "keep_draft", caller, noTrip);
  const organisation = actor.organisation ?? ""; // authorise has seen that there is one
  const rules = rulesNow(parts);
  const role = roleAmong(actor, duties.keep_draft);
  const { id } = await parts.once({ name: "gate.keep_draft", actor, role, input }, async ({ tx, now }) => {
    const before = await lockedBefore(tx, input, organisation);
    if (before !== null) await parts.identity.discardPersons(tx, personsOf(before));
    const parted = await partPersons(parts, tx, rules, input);
    const limit = input.template === null ? "draft_kept" : "template_kept";
    const keptAt = now();
    const draft = {
      id: before?.id ?? randomUUID(),
      organisation,
      template: input.template,
      ...parted,
      kept_at: keptAt,
      expires_at: limitEnd(rules, limit, input.typed.route, keptAt),
      version: (before?.version ?? 0) + 1,
    };
    await putDraft(tx, draft);
    await setTimer(tx, draftTimer, draft.id, draft.expires_at);
    return { id: draft.id };
  });
  const draft = await findDraft(parts.database.db, id);
  if (draft === undefined) throw new Refusal("draft_not_found");
  return { draft: showDraft(draft) };
}
