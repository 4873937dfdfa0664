type Header = string | string[] | undefined;

/** Name of the session's cookie. */
export const sessionCookieName = "moc_session";

/** Name of the cookie of a browser that is on its way through the directory. */
const visitCookieName = "moc_directory";

// Out of reach of scripts, sent to our own pages only (and when a person is sent back to them), over TLS where there is any.
function cookie(name: string, secret: string, seconds: number, secure: boolean): string {
  const parts = [`${name}=${secret}`, "Path=/", "HttpOnly", "SameSite=Lax", `Max-Age=${seconds}`];
  return (secure ? [...parts, "Secure"] : parts).join("; ");
}

function secretIn(name: string, header: Header): string | null {
  const cookies = (Array.isArray(header) ? header.join(";") : (header ?? "")).split(";");
  for (const one of cookies) {
    const [key, value] = one.split("=", 2);
    if (key?.trim() === name && value !== undefined) return value.trim();
  }
  return null;
}

/** The Set-Cookie header of a session. @param seconds how long the browser keeps it; 0 takes it away */
export const sessionCookie = (secret: string, seconds: number, secure: boolean): string =>
  cookie(sessionCookieName, secret, seconds, secure);

/** The Set-Cookie header of a visit to the directory; as above. */
export const visitCookie = (secret: string, seconds: number, secure: boolean): string =>
  cookie(visitCookieName, secret, seconds, secure);

/** The session's secret in a Cookie header, or null. */
export const sessionSecret = (header: Header): string | null => secretIn(sessionCookieName, header);

/** The secret of a visit to the directory in a Cookie header, or null. */
export const visitSecret = (header: Header): string | null => secretIn(visitCookieName, header);
