const nowhere = "https://nowhere.invalid";

/**
 * Where to go after signing in: an address of this app, or the list of cases. A link could name another site as `to`;
 * browsers read "//host" and "/\host" as one.
 */
export function wayBack(to: string | undefined): string {
  if (!to?.startsWith("/") || !URL.canParse(to, nowhere)) return "/cases";
  const { origin, pathname, search, hash } = new URL(to, nowhere);
  return origin === nowhere && !pathname.startsWith("/sign-in") ? pathname + search + hash : "/cases";
}
