import type { Seat } from "@consilium/clinical";
import type { CaseDetails } from "@consilium/database";
import { createSentences } from "@consilium/language";
import { readsBlind } from "./reads-blind.ts";

/** What a case is called and what it is to decide often tells the first opinion, so whoever reads blind is told neither. */
export const titleFor = (
  { title }: Pick<CaseDetails, "title">,
  seat: Pick<Seat, "mode" | "revealedAt">,
): string => (readsBlind(seat) ? createSentences("en", "UTC")("blindRead.caseTitle") : title);

/** Words that people gave as a reason, for whoever may read them: of a step, of a pause. */
export const reasonFor = (reason: string | null, seat: Pick<Seat, "mode" | "revealedAt">): string | null =>
  readsBlind(seat) ? null : reason;
