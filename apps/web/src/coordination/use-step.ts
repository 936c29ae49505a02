import type { CaseState } from "@consilium/clinical";
import { answerOf, caseApi, inSeat } from "../case/case-api.ts";
import { type CaseRef, useChange } from "./coordination-api.ts";

export interface Step {
  readonly to: CaseState;
  readonly reason: string | null;
}

/** A step of the lifecycle, taken by whoever coordinates. */
export const useStep = (of: CaseRef, onDone?: () => void) =>
  useChange(
    of,
    (json: Step) =>
      answerOf(
        caseApi.cases[":caseId"].lifecycle.$post({
          param: { caseId: of.caseId },
          json,
          ...inSeat(of.seat),
        }),
      ),
    onDone,
  );
