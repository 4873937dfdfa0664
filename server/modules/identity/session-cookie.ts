/** Name of the session's cookie. */
export const sessionCookieName = "moc_session";

/**
 * The Set-Cookie header of a session: out of reach of scripts, sent to our own pages only, over TLS where there is any.
 * @param seconds how long the browser keeps it; 0 takes it away
 */
export function sessionCookie(secret: string, seconds: number, secure: boolean): string {
  const parts = [
    `${sessionCookieName}=${secret}`,
    "Path=/",
    "HttpOnly",
    "SameSite=Lax",
    `Max-Age=${seconds}`,
  ];
  return (secure ? [...parts, "Secure"] : parts).join("; ");
}

/** The session's secret in a Cookie header, or null. */
export function sessionSecret(header: string | string[] | undefined): string | null {
  const cookies = (Array.isArray(header) ? header.join(";") : (header ?? "")).split(";");
  for (const cookie of cookies) {
    const [name, value] = cookie.split("=", 2);
    if (name?.trim() === sessionCookieName && value !== undefined) return value.trim();
  }
  return null;
}
