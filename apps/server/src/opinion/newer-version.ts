import type { OpinionFacts, Share } from "@consilium/clinical";

/** Whether the draft has gone on since it was shared. `sequence`: of its document now. */
export const isNewerBeingWritten = (
  { state }: Pick<OpinionFacts, "state">,
  sequence: number,
  share: Pick<Share, "fromSequence"> | undefined,
): boolean => state === "draft" && sequence > (share?.fromSequence ?? 0);
