/**
 * The secret of the address, which is taken out of it at once: nobody who looks over a shoulder, into the list of visited pages or at a
 * shared screen finds it. Undefined: there is none, as when a page is opened again.
 */
export function takeToken(
  { hash, pathname }: Pick<Location, "hash" | "pathname">,
  history: Pick<History, "replaceState" | "state">,
): string | undefined {
  const token = hash.slice(1);
  if (token === "") return undefined;
  history.replaceState(history.state, "", pathname);
  return token;
}
