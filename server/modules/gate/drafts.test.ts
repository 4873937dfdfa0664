import { randomUUID } from "node:crypto";
import { Declaration } from "@moc/contract/gate/declaration.ts";
import type { TypedDeclaration } from "@moc/contract/gate/draft.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { declarationOf } from "@moc/engines/gate/typed.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import { command, firm, guard, newPlate, otherFirm, route } from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const secrets = ["Vi Thị Nháp-Dở", "PX88001122", "+84977001122", "Hộ Nháp-Dở Vườn-Na", "kể riêng trong nháp"];
const [driverName = "", driverPaper = "", driverPhone = "", owner = "", note = ""] = secrets;

const typedOne = (change: Partial<TypedDeclaration> = {}): TypedDeclaration => ({
  kind: "export_vn",
  regime: "ordinary",
  route,
  plate: newPlate().number,
  payloadClass: "from_18t",
  vin: "",
  trailer: "",
  containers: [],
  driverName,
  driverPaper,
  driverPhone,
  owner,
  goodsUnknown: false,
  goods: [{ name: "Na Chi Lăng", class: "fruit", hs: "", weightKg: "9000", packages: "" }],
  customsNumbers: "",
  quarantineService: "",
  quarantineNumber: "",
  note,
  ...change,
});

type Kept = { draft?: string | null; template?: string | null; typed?: TypedDeclaration; seen?: number };
const keep = (kept: Kept = {}, by: Actor = firm) =>
  world.as(by).gate.keepDraft({ ...command(), draft: null, template: null, typed: typedOne(), ...kept });
const read = (draft: string, by: Actor = firm) => world.as(by).gate.readDraft({ draft });
const refusal = (code: string, path?: string) => ({
  code,
  ...(path !== undefined && { data: { fields: [expect.objectContaining({ path })] } }),
});

/** Every table and all that was logged, as text. */
async function everything(): Promise<string> {
  const { schema } = world.zone.platform.database;
  const tables = (await world.asOwner("SELECT tablename AS name FROM pg_tables WHERE schemaname = $1", [
    schema,
  ])) as { name: string }[];
  const texts = [...world.logged];
  for (const { name } of tables)
    texts.push(JSON.stringify(await world.asOwner(`SELECT t::text AS whole FROM "${name}" t`)));
  return texts.join("\n");
}

const held = async (persons: readonly string[]) =>
  (await world.asOwner("SELECT id FROM identity_person WHERE id = ANY ($1)", [[...persons]])).length;

describe("a draft", () => {
  it("is gone on with by anybody of its organisation, whole, and each reading is audited", async () => {
    const typed = typedOne({ plate: "29C-1", goodsUnknown: true });
    const { draft } = await keep({ typed });
    const colleague = actor("firm", "firm-ky-lua");
    expect((await read(draft.id, colleague)).draft).toMatchObject({ typed, erased: false, template: null });
    const audited = await world.asOwner("SELECT why FROM identity_audit WHERE actor = $1", [colleague.id]);
    expect(audited).toHaveLength(2);
    const { rows } = await world.as(colleague).gate.listDrafts({});
    expect(rows.map((row) => row.id)).toContain(draft.id);
  });

  it("has driver, owner and note in no table and no log in clear, and nowhere at all once it is thrown away", async () => {
    const { draft } = await keep();
    const { persons } = (await read(draft.id)).draft;
    const before = await everything();
    for (const secret of secrets) expect(before).not.toContain(secret);
    expect(await held(persons)).toBe(2);
    await world.as(firm).gate.dropDraft({ ...command(), draft: draft.id });
    expect(await held(persons)).toBe(0);
    await expect(read(draft.id)).rejects.toMatchObject(refusal("draft_not_found"));
  });

  it("loses its driver to an erasure and says so", async () => {
    const { draft } = await keep();
    const [person = ""] = (await read(draft.id)).draft.persons;
    const why = { person, ground: "request" as const, why: "asked by letter" };
    await world.as(actor("administrator")).identity.erasePerson({ ...command(), ...why });
    const after = (await read(draft.id)).draft;
    expect(after).toMatchObject({
      erased: true,
      typed: { driverName: "", driverPaper: "", note: "", owner },
    });
  });

  it("is refused while other fields repeat what is personal, and nothing of it is kept", async () => {
    const count = async () => (await world.asOwner("SELECT id FROM identity_person")).length;
    const before = await count();
    const goods = [
      { name: `Hàng của ${driverName}`, class: "" as const, hs: "", weightKg: "", packages: "" },
    ];
    await expect(keep({ typed: typedOne({ goods }) })).rejects.toMatchObject(
      refusal("text_names_person", "goods"),
    );
    await expect(keep({ template: `Mẫu ${owner}` })).rejects.toMatchObject(
      refusal("text_names_person", "template"),
    );
    expect(await count()).toBe(before);
  });

  it("kept anew takes the place of what was typed before; on an older picture it is refused", async () => {
    const { draft } = await keep();
    const { persons } = (await read(draft.id)).draft;
    const again = await keep({ draft: draft.id, typed: typedOne({ driverName: "Người Khác" }), seen: 1 });
    expect(again.draft).toMatchObject({ id: draft.id, version: 2 });
    expect(await held(persons)).toBe(0);
    expect((await read(draft.id)).draft.typed.driverName).toBe("Người Khác");
    await expect(keep({ draft: draft.id, seen: 1 })).rejects.toMatchObject(refusal("stale_state"));
  });

  it("goes with the declaration that was prepared in it; a template stays", async () => {
    const typed = typedOne();
    const { draft } = await keep({ typed });
    const { draft: template } = await keep({ typed, template: "Na đi Hữu Nghị" });
    const declaration = Declaration.parse(declarationOf(typed));
    await world.as(firm).gate.declareVehicle({ ...command(), declaration, draft: draft.id });
    await expect(read(draft.id)).rejects.toMatchObject(refusal("draft_not_found"));
    const next = Declaration.parse(declarationOf(typedOne()));
    await world.as(firm).gate.declareVehicle({ ...command(), declaration: next, draft: template.id });
    expect((await read(template.id)).draft).toMatchObject({ template: "Na đi Hữu Nghị", typed });
  });

  it("of another organisation is as good as none", async () => {
    const { draft } = await keep();
    for (const asked of [
      () => read(draft.id, otherFirm),
      () => keep({ draft: draft.id }, otherFirm),
      () => world.as(otherFirm).gate.dropDraft({ ...command(), draft: draft.id }),
    ])
      await expect(asked()).rejects.toMatchObject(refusal("draft_not_found"));
    const declaration = Declaration.parse(declarationOf(typedOne()));
    await world.as(otherFirm).gate.declareVehicle({ ...command(), declaration, draft: draft.id });
    expect((await read(draft.id)).draft.id).toBe(draft.id);
  });

  it("goes when the dated rule says so, a template later", async () => {
    const { draft } = await keep();
    const { draft: template } = await keep({ template: "Giữ lâu" });
    const { persons } = (await read(draft.id)).draft;
    const { clock } = world.zone.platform;
    await clock.advance(new Date(new Date(draft.expiresAt).getTime() + 1000));
    await world.zone.engines.runTimers();
    await expect(read(draft.id)).rejects.toMatchObject(refusal("draft_not_found"));
    expect(await held(persons)).toBe(0);
    expect((await read(template.id)).draft.template).toBe("Giữ lâu");
  });
});

describe("each command on a draft", () => {
  const input = () => ({ ...command(), draft: null, template: null, typed: typedOne() });
  const thrown = async () => ({ ...command(), draft: (await keep()).draft.id });

  it("refuses strangers and those who may not declare", async () => {
    for (const [by, code] of [
      [null, "not_signed_in"],
      [guard, "not_allowed"],
      [actor("firm"), "not_allowed"],
    ] as const) {
      await expect(world.as(by).gate.keepDraft(input())).rejects.toMatchObject({ code });
      await expect(world.as(by).gate.dropDraft(await thrown())).rejects.toMatchObject({ code });
      await expect(world.as(by).gate.listDrafts({})).rejects.toMatchObject({ code });
    }
  });

  it("refuses bad input with its field", async () => {
    const typed = typedOne({ plate: "9".repeat(33) });
    await expect(world.as(firm).gate.keepDraft({ ...input(), typed })).rejects.toMatchObject(
      refusal("invalid_input", "typed.plate"),
    );
    await expect(world.as(firm).gate.dropDraft({ ...command(), draft: randomUUID() })).rejects.toMatchObject(
      refusal("draft_not_found"),
    );
  });

  it("sent twice is done once; with other content it is refused", async () => {
    const once = input();
    const first = await world.as(firm).gate.keepDraft(once);
    expect(await world.as(firm).gate.keepDraft(once)).toEqual(first);
    await expect(world.as(firm).gate.keepDraft({ ...once, template: "Khác" })).rejects.toMatchObject(
      refusal("command_conflict"),
    );
    const drop = { ...command(), draft: first.draft.id };
    expect(await world.as(firm).gate.dropDraft(drop)).toEqual(await world.as(firm).gate.dropDraft(drop));
  });
});
