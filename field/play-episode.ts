import type { Agenda } from "./agenda.ts";
import type { Episode } from "./counterpart.ts";
import { giveOrder, liftOrder } from "./give-order.ts";
import { sendOnce } from "./send.ts";
import type { Site } from "./site.ts";

/** Plays what the other side tells: the guard records it, the dispatcher answers with an order, and both end together. */
export function playEpisode(site: Site, agenda: Agenda, episode: Episode): void {
  const { route, tellAt, says, cause, answer, endsEarly } = episode;
  const { guard } = site.crew;
  let notice: string | null = null;
  let order: string | null = null;
  agenda.plan(tellAt, async () => {
    const said = {
      routes: [route],
      says,
      cause,
      words: null,
      toldBy: "Cửa khẩu đối diện (mô phỏng)",
      contact: "hotline" as const,
      toldAt: new Date(Math.min(tellAt, site.now())).toISOString(),
      corrects: null,
    };
    const command = crypto.randomUUID();
    const told = await sendOnce(() => guard.gate.recordNotice({ command, notice: said }), site.tally.refuse);
    notice = told?.notice.id ?? null;
    await site.border.learn();
  });
  if (answer !== null)
    agenda.plan(answer.givenAt, async () => void (order = await giveOrder(site, { route, ...answer })));
  if (endsEarly === null) return;
  agenda.plan(endsEarly, async () => {
    const reason = "Phía bạn mở lại sớm (mô phỏng)";
    const command = crypto.randomUUID();
    const told = notice;
    if (told !== null)
      await sendOnce(() => guard.gate.withdrawNotice({ command, notice: told, reason }), site.tally.refuse);
    if (order !== null) await liftOrder(site, order, reason);
  });
}
