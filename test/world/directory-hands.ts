import { randomUUID } from "node:crypto";
import { browserOf } from "./browser.ts";
import type { openDirectoryProvider, Person } from "./directory-provider.ts";
import { actor, type World } from "./open-world.ts";

type Provider = Awaited<ReturnType<typeof openDirectoryProvider>>;

/** The cookies that an answer sets, by name, as a browser sends them back; one that is taken away is empty. */
export function cookiesOf(answer: { headers: Record<string, unknown> }): Record<string, string> {
  const set = [answer.headers["set-cookie"] ?? []].flat().map(String);
  return Object.fromEntries(
    set.map((one) => (one.split(";")[0] ?? "").split(/=(.*)/s, 2)) as [string, string][],
  ); // as: name and value
}

/** A person at a browser who signs in through the directory, step by step. */
export function directoryHands(world: World, provider: Provider) {
  const browser = browserOf(world);
  const admin = world.as(actor("administrator"));
  const go = (url: string, cookie = "") =>
    world.zone.app.inject({ url, headers: { ...(cookie && { cookie }), "sec-fetch-site": "cross-site" } });

  async function begin(to?: string) {
    const sent = await go(`/sign-in/directory${to === undefined ? "" : `?to=${encodeURIComponent(to)}`}`);
    return {
      sent,
      to: String(sent.headers.location),
      cookie: `moc_directory=${cookiesOf(sent).moc_directory}`,
    };
  }
  /** Comes back from the provider. */
  const back = (address: string, cookie: string) => {
    const { pathname, search } = new URL(address);
    return go(`${pathname}${search}`, cookie);
  };
  return {
    browser,
    begin,
    back,
    /** The whole way. @returns the last answer. */
    async signIn(person: Person, to?: string) {
      const begun = await begin(to);
      return back(provider.consent(begun.to, person), begun.cookie);
    },
    /** A new account whose holder the administrator enters for the directory. */
    async entered(identity: { by: "subject"; subject: string } | { by: "email"; email: string }) {
      const made = await browser.newcomer();
      const command = { command: randomUUID(), account: made.account.id, why: "works at the gate centre" };
      const { account } = await admin.identity.linkDirectory({ ...command, identity });
      return { ...made, account };
    },
    /** Who the session of this answer is. */
    who: async (answer: { headers: Record<string, unknown> }) =>
      (await browser.me(`moc_session=${cookiesOf(answer).moc_session}`)).account?.id ?? null,
  };
}
