import { createHmac, randomUUID } from "node:crypto";
import { type Actor, type Role, systemActor } from "@moc/contract/values/actor.ts";
import { appendEvents, type NewEvent } from "../../platform/events/append.ts";
import { findByUserName } from "./account-store.ts";
import { addAccount } from "./create-account.ts";
import { addToken } from "./issue-token.ts";
import { keepAudit } from "./keep-audit.ts";
import type { IdentityParts } from "./parts.ts";
import { hashPassword } from "./password.ts";
import { insertRetention, selectRetention } from "./person-store.ts";
import { endSimulatedTokens } from "./token-store.ts";

export type DemonstrationAccount = {
  userName: string;
  password: string;
  role: Role;
  organisation: string | null;
};

type Seat = { userName: string; name: string };

// Invented people, one per role; the names say so wherever they are shown. Where they work stands in the pack.
const seats = {
  administrator: { userName: "quan-tri", name: "Quản trị viên (minh họa)" },
  dispatcher: { userName: "dieu-do", name: "Điều độ viên (minh họa)" },
  border_guard: { userName: "bien-phong", name: "Cán bộ biên phòng (minh họa)" },
  customs: { userName: "hai-quan", name: "Công chức hải quan (minh họa)" },
  health_quarantine: { userName: "kiem-dich-y-te", name: "Kiểm dịch viên y tế (minh họa)" },
  plant_quarantine: { userName: "kiem-dich-thuc-vat", name: "Kiểm dịch viên thực vật (minh họa)" },
  animal_quarantine: { userName: "kiem-dich-dong-vat", name: "Kiểm dịch viên động vật (minh họa)" },
  yard_operator: { userName: "ben-bai", name: "Nhân viên bến bãi (minh họa)" },
  traffic_police: { userName: "canh-sat-giao-thong", name: "Cán bộ giao thông (minh họa)" },
  firm: { userName: "doanh-nghiep", name: "Nhân viên doanh nghiệp (minh họa)" },
  customs_agent: { userName: "dai-ly-hai-quan", name: "Nhân viên đại lý (minh họa)" },
  board_leader: { userName: "lanh-dao", name: "Lãnh đạo Ban (minh họa)" },
  auditor: { userName: "kiem-soat", name: "Kiểm soát viên (minh họa)" },
} satisfies Record<Role, Seat>;

// No letter or digit that is mistaken for another: these passwords are read off a terminal.
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** The password of a demonstration account: the same at every start of one installation, another in every other one. */
export function demonstrationPassword(parts: Pick<IdentityParts, "keys">, userName: string): string {
  const bytes = createHmac("sha256", parts.keys.demonstration).update(userName).digest().subarray(0, 16);
  const letters = [...bytes].map((byte) => alphabet[byte % alphabet.length]).join("");
  return letters.replaceAll(/(.{4})(?=.)/g, "$1-");
}

async function makeSeat(parts: IdentityParts, role: Role, seat: Seat): Promise<DemonstrationAccount> {
  const { userName } = seat;
  const organisation = parts.organisationOf(role);
  const password = demonstrationPassword(parts, userName);
  const made = { userName, password, role, organisation };
  if ((await findByUserName(parts.database.db, userName)) !== undefined) return made;
  const passwordHash = await hashPassword(password, parts.passwordCost);
  const account = { ...seat, organisation, language: "vi" as const, roles: [role] };
  await parts.database.transaction(async (tx) => {
    const ids = await addAccount(tx, parts, account, { passwordHash, demonstration: true });
    const standing = { roles: [role], organisation };
    const event = {
      kind: "identity.account_created",
      subject: ids.account,
      data: { ...ids, ...standing, demonstration: true },
    };
    await appendEvents(tx, systemActor, null, parts.clock.now(), [event]);
    await keepAudit(tx, parts, systemActor, [
      { action: "account_created", subject: ids.account, after: standing },
    ]);
  });
  return made;
}

// Shown in the administration as illustrative: no law that we know sets this period.
async function illustrateRetention(parts: IdentityParts): Promise<void> {
  if ((await selectRetention(parts.database.db)).length > 0) return;
  const ground = "Số liệu minh họa, không phải quy định";
  const row = { days: 365, valid_from: "2025-01-01", ground, illustrative: true };
  await parts.database.transaction(async (tx) => {
    for (const personClass of ["driver", "owner"]) {
      const made = { id: randomUUID(), recorded_at: parts.clock.now() };
      await insertRetention(tx, { ...row, ...made, class: personClass });
    }
  });
}

/**
 * One account per role, in a demonstration only; those that exist stay as they are. @returns what is to be printed.
 * @throws in a live zone.
 */
export async function makeDemonstration(parts: IdentityParts): Promise<DemonstrationAccount[]> {
  if (parts.clock.mode !== "demo") throw new Error("a live zone has no demonstration accounts");
  await illustrateRetention(parts);
  const entries = Object.entries(seats) as [Role, Seat][]; // as: entries forgets that the keys are roles
  return Promise.all(entries.map(([role, seat]) => makeSeat(parts, role, seat)));
}

const fieldLength = 400 * 24 * 3600_000 - 60_000;

/**
 * The simulated field's own token: it advances the clock and issues a token for each simulated actor. A new one at every
 * start, and those of the starts before end; the secret goes to the field's process and nowhere else.
 * @throws in a live zone.
 */
export async function makeFieldToken(parts: IdentityParts): Promise<{ actor: string; secret: string }> {
  if (parts.clock.mode !== "demo") throw new Error("a live zone has no simulated field");
  const maker: Actor = { ...systemActor, simulated: true };
  return parts.database.transaction(async (tx) => {
    const ended = await endSimulatedTokens(tx, parts.machineNow());
    const events: NewEvent[] = ended.map((id) => ({
      kind: "identity.token_revoked",
      subject: id,
      data: { token: id },
    }));
    const expiresAt = new Date(parts.machineNow().getTime() + fieldLength).toISOString();
    const token = {
      name: "simulated field",
      roles: [],
      organisation: null,
      scopes: ["demo:clock", "demo:tokens"],
      simulated: true,
      expiresAt,
    };
    const added = await addToken(tx, parts, maker, token, (event) => events.push(event));
    await appendEvents(tx, maker, null, parts.clock.now(), events);
    return { actor: added.token, secret: added.secret };
  });
}
