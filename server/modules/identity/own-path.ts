// Never resolved by anybody; only to see whether a text leads anywhere else.
const here = "http://own.invalid";

/**
 * A path of our own pages out of what an address says, else the first page: nobody is sent to a foreign site in our name.
 */
export function ownPath(asked: string | undefined): string {
  if (asked === undefined || asked.length > 500 || !asked.startsWith("/") || !URL.canParse(asked, here))
    return "/";
  const { origin, pathname, search } = new URL(asked, here);
  // `/.//x` becomes the path `//x`, which a browser takes for a host.
  return origin === here && !pathname.startsWith("//") ? `${pathname}${search}` : "/";
}
