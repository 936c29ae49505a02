import { printable } from "../printable.ts";

/** Only what a reader may follow from a paper that a stranger could have written. */
export function safeAddress(href: unknown): string | null {
  if (typeof href !== "string" || href.length > 2000 || !/^(?:https:\/\/|mailto:)/i.test(href)) return null;
  return URL.canParse(href) ? printable(new URL(href).href) : null;
}
