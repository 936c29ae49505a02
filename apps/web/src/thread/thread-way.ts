import type { LayerTarget } from "@consilium/clinical";
import type { Anchor } from "@consilium/workspace";
import { firstSection } from "../opinion/text-routes.ts";

/** The screen on which a thread is seen beside what it speaks of. Undefined: a place that has no screen yet. */
export type ThreadWay =
  | { readonly to: "/cases/$caseId/opinion/$section"; readonly section: string }
  | { readonly to: "/cases/$caseId/referral/$section"; readonly section: string }
  | { readonly to: "/cases/$caseId/story/$section"; readonly section: string }
  | { readonly to: "/cases/$caseId/records/$recordId"; readonly recordId: string };

export function threadWay(target: LayerTarget, anchor: Anchor | undefined): ThreadWay | undefined {
  if (anchor && anchor.kind !== "text")
    return { to: "/cases/$caseId/records/$recordId", recordId: anchor.record };
  const section = anchor && "section" in anchor.where ? anchor.where.section : undefined;
  if (target.startsWith("opinion."))
    return { to: "/cases/$caseId/opinion/$section", section: section ?? firstSection.opinion };
  if (target === "referral")
    return { to: "/cases/$caseId/referral/$section", section: section ?? firstSection.referral };
  if (target === "story")
    return { to: "/cases/$caseId/story/$section", section: section ?? firstSection.story };
  return undefined;
}
