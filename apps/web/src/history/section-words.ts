import { sectionsOf, type SectionOf } from "@consilium/workspace";

/** The number and the closed name of an opinion's section; undefined for a name that this app does not know. */
export function opinionSection(
  name: string,
): { readonly name: SectionOf<"opinion">; readonly n: number } | undefined {
  const names = sectionsOf("opinion");
  const at = names.findIndex((known) => known === name);
  const found = names[at];
  return found && { name: found, n: at + 1 };
}
