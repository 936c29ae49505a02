import { isToldAtOnce } from "@consilium/clinical";
import type { CaseDetails } from "@consilium/database";
import { createSentences } from "@consilium/language";

/** How the patient wants to hear the result: what they chose in the intake, and the words of it. */
export interface HearingWish {
  /** The signature itself shows them the opinion. */
  readonly isAtOnce: boolean;
  /** Null: nobody has said. */
  readonly words: string | null;
}

export function hearingOf({ intake, hearing }: CaseDetails, zone: string): HearingWish {
  const chosen = intake?.hearing;
  const said = chosen && createSentences("en", zone)(`signing.hearing.${chosen}`);
  return { isAtOnce: isToldAtOnce(chosen ?? null), words: hearing ?? said ?? null };
}
