import { randomUUID } from "node:crypto";
import { actor, type World } from "./open-world.ts";

type Sent = { cookie?: string; address?: string; method?: "POST" | "GET" | "DELETE"; own?: boolean };

/** The first cookie that a response sets, as a browser sends it back. */
export function cookieOf(response: { headers: Record<string, unknown> }): string {
  return String(response.headers["set-cookie"]).split(";")[0] ?? "";
}

/** Requests as browsers make them, each from an address of its own unless one is given. */
export function browserOf(world: World) {
  let addresses = 0;

  function send(
    url: string,
    payload: object | null,
    { cookie, address, method = "POST", own = true }: Sent = {},
  ) {
    addresses += 1;
    return world.zone.app.inject({
      method,
      url: `/api${url}`,
      ...(payload === null ? {} : { payload }),
      headers: { ...(cookie ? { cookie } : {}), ...(own ? { "sec-fetch-site": "same-origin" } : {}) },
      remoteAddress: address ?? `198.51.100.${addresses}`,
    });
  }

  /** A new account whose holder has set the password by the link. */
  async function newcomer(detail: { email?: string } = {}) {
    const userName = `new-${randomUUID().slice(0, 8)}`;
    const { account, link } = await world.as(actor("administrator")).identity.createAccount({
      command: randomUUID(),
      userName,
      name: "Người Mới",
      language: "en",
      roles: ["customs"],
      organisation: null,
      ...detail,
    });
    const secret = link?.url.split("#")[1] ?? "";
    const password = "a phrase of one's own";
    const set = await send("/password-links", { link: secret, password });
    return { account, userName, link: secret, url: link?.url ?? "", password, set };
  }

  return {
    send,
    newcomer,
    signIn: (name: string, password: string, detail: Sent = {}) =>
      send("/session", { name, password }, detail),
    me: async (cookie: string) => (await send("/me", null, { cookie, method: "GET" })).json(),
  };
}
