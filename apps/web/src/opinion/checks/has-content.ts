import type { OpinionContent } from "@consilium/clinical";
import type { Section } from "@consilium/workspace";
import { kindsOfSection } from "../items/item-forms.ts";

/** Whether a section holds any words of its own, or items. */
export function hasContent({ sections, items }: OpinionContent, section: Section): boolean {
  if ((sections[section] ?? "").trim() !== "") return true;
  const kinds: readonly string[] = section === "answers" ? ["answer"] : (kindsOfSection[section] ?? []);
  return items.some(({ kind }) => kinds.includes(kind));
}
