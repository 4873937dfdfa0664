import type { TypedDeclaration } from "@moc/contract/gate/draft.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { must } from "../naive-gate/truck.ts";
import type { World } from "../open-world.ts";
import { command, declaration, newPlate, route } from "../trips.ts";
import { drawnFirm } from "./random-filing.ts";
import type { Play } from "./random-steering.ts";

/** A draft or a template on a firm's desk, as its answers told. */
type Draft = { id: string; by: Actor; template: string | null; version: number };
/** What lies on the desks of the firms. `unsure`: an answer was lost, nobody knows what lies there. */
export type Desks = { drafts: Map<string, Draft>; unsure: Set<string | null> };

const half: Omit<TypedDeclaration, "plate"> = {
  kind: "export_vn",
  regime: "ordinary",
  route,
  payloadClass: "from_18t",
  vin: "",
  trailer: "",
  containers: [],
  driverName: "Nguyễn Văn Thử",
  driverPaper: "012345678901",
  driverPhone: "",
  owner: "",
  goodsUnknown: false,
  goods: [{ name: "Na Chi Lăng", class: "fruit", hs: "", weightKg: "9000", packages: "" }],
  customsNumbers: "",
  quarantineService: "",
  quarantineNumber: "",
  note: "",
};

/** What an act on somebody's desk came to; a lost answer leaves the desk unsure. */
async function onDesk<Answer>({ desks }: Play, by: Actor, acted: Promise<Answer>): Promise<Answer> {
  try {
    return await acted;
  } catch (error) {
    if ((error as { status?: number }).status === 503) desks.unsure.add(by.organisation); // as: whatever a call throws
    throw error;
  }
}

const drawnDraft = ({ draw, desks }: Play) =>
  desks.drafts.size === 0 ? undefined : draw.pick([...desks.drafts.values()]);

/** A paper is laid on a desk, or laid anew. */
export async function keepDraft(play: Play): Promise<unknown> {
  const { as, draw, desks } = play;
  const before = draw.chance(0.4) ? drawnDraft(play) : undefined;
  const by = before?.by ?? drawnFirm(play);
  const template = draw.chance(0.3) ? "Sầu riêng hằng ngày" : null;
  const seen = before !== undefined && draw.chance(0.3) ? { seen: before.version - draw.upTo(1) } : {};
  const typed = { ...half, plate: draw.chance(0.5) ? newPlate().number : "" };
  const input = { ...command(), draft: before?.id ?? null, template, typed, ...seen };
  const { draft } = await onDesk(play, by, as(by).keepDraft(input));
  const version = (before?.version ?? 0) + 1;
  must(draft.version === version, "each keeping is a version", { draft, version });
  must((seen.seen ?? version - 1) === version - 1, "nobody keeps over what he has not seen", { draft, seen });
  return desks.drafts.set(draft.id, { id: draft.id, by, template, version });
}

/** A paper is thrown away, now and then by a firm whose paper it is not. */
export async function dropDraft(play: Play): Promise<unknown> {
  const draft = drawnDraft(play);
  if (draft === undefined) return;
  const by = play.draw.chance(0.8) ? draft.by : drawnFirm(play);
  const dropped = await onDesk(play, draft.by, play.as(by).dropDraft({ ...command(), draft: draft.id }));
  must(by.organisation === draft.by.organisation, "nobody else's paper is thrown away", draft);
  play.desks.drafts.delete(draft.id);
  return dropped;
}

/** What was prepared is filed: a draft goes with it, a template stays. */
export async function fileDraft(play: Play): Promise<unknown> {
  const draft = drawnDraft(play);
  if (draft === undefined) return;
  const { by, id, template } = draft;
  const input = { ...command(), declaration: declaration(), draft: id };
  const filed = await onDesk(play, by, play.as(by).declareVehicle(input));
  if (template === null) play.desks.drafts.delete(id);
  return filed;
}

/** Every desk holds what its firm has kept and neither filed nor thrown away. @throws Differs */
export async function compareDesks(world: World, { drafts, unsure }: Desks): Promise<void> {
  const desks = Map.groupBy(drafts.values(), ({ by }) => by);
  for (const [by, own] of desks) {
    if (unsure.has(by.organisation)) continue;
    const { rows } = await world.as(by).gate.listDrafts({});
    const text = (some: readonly Omit<Draft, "by">[]) =>
      JSON.stringify(some.map(({ id, template, version }) => [id, template, version]).toSorted());
    must(text(rows) === text(own), "a desk holds what was kept on it", { rows, own });
  }
}
