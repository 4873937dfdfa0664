import { createHash } from "node:crypto";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Language } from "@moc/contract/values/text.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import type { FastifyInstance } from "fastify";
import { allCurrent } from "../../platform/events/keep-known.ts";
import { readerOf } from "../../platform/http/server.ts";
import { choiceOf, isTellAnswer, type TellAnswer } from "./driver-tell.ts";
import { selectChoices } from "./notification-store.ts";
import { chooseNotifications } from "./notifications.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { postpone, resume } from "./postpone.ts";
import { findTrip } from "./trip-store.ts";

const answers = { postpone, resume } as const;

/** The same press on the same page is the same command, however often a bad line sends it. */
function commandOf(trip: string, version: number, answer: string): string {
  const hex = createHash("sha256").update(`${trip} ${version} ${answer}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** He may change his mind and back: what he had chosen before is part of which press it is. */
async function choose(
  parts: GateParts,
  actor: Actor | null,
  { id: trip, route }: Trip,
  answer: TellAnswer,
  language: Language,
) {
  const choice = choiceOf(answer, language, rulesNow(parts), route);
  const before = (await selectChoices(parts.database.db, [trip])).get(trip);
  const command = commandOf(trip, 0, `${answer} ${JSON.stringify(before ?? null)}`);
  return chooseNotifications(parts, actor, { command, choice });
}

type Pressed = { Params: { key: string; answer: string }; Querystring: { lang?: string } };

/** What a driver answers on his page, by a plain form that needs no script; he is shown the page as it stands then. */
export function mountDriverAnswers(app: FastifyInstance, parts: GateParts): void {
  void app.register(async (scope) => {
    // The forms have no fields: all that they say is in the address.
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string" },
      async () => undefined,
    );
    scope.post<Pressed>("/d/:key/:answer", async (request, reply) => {
      const { key, answer } = request.params;
      if (answer !== "postpone" && answer !== "resume" && !isTellAnswer(answer))
        throw new Refusal("not_found");
      const actor = await parts.identity.actorOfLink(key);
      const trip =
        actor === null || actor.trip === null ? undefined : await findTrip(parts.database.db, actor.trip);
      if (trip !== undefined) {
        await allCurrent(parts.kept);
        const said = isTellAnswer(answer)
          ? choose(parts, actor, trip, answer, readerOf(request, null).language)
          : answers[answer](parts, actor, {
              command: commandOf(trip.id, trip.version, answer),
              trip: trip.id,
            });
        await said.catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error; // refused: the page says how it stands
        });
      }
      const { lang } = request.query;
      return reply.redirect(
        `/d/${encodeURIComponent(key)}${lang === undefined ? "" : `?lang=${encodeURIComponent(lang)}`}`,
        303,
      );
    });
  });
}
