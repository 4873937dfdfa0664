import type { FastifyRequest } from "fastify";

const harmless = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Cross-site forgery: a changing request that carries the session's cookie must come from our own pages. Browsers say
 * where from in Origin or Sec-Fetch-Site; a request with neither is no browser and may not use a cookie to change.
 */
export function isForeign(request: FastifyRequest, ownOrigin: string): boolean {
  if (harmless.has(request.method) || request.headers.cookie === undefined) return false;
  const { origin } = request.headers;
  if (origin !== undefined) return origin !== ownOrigin;
  return request.headers["sec-fetch-site"] !== "same-origin";
}

/** The origin under which people reach us: PUBLIC_URL, or how this request came. */
export function ownOrigin(request: FastifyRequest, publicUrl: string | null): string {
  return publicUrl === null ? `${request.protocol}://${request.host}` : new URL(publicUrl).origin;
}
