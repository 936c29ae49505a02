import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answerOf, caseApi, inSeat } from "../../case/case-api.ts";
import { useCase } from "../../case/case-context.ts";
import { caseKey } from "../../case/case-query.ts";
import type { Item, Request } from "./use-inventory.ts";

const ofCase = caseApi.cases[":caseId"];

/** What is asked for, of whom, and until when. */
export interface Asked {
  readonly item: string | null;
  readonly what: string;
  readonly of: string | null;
  readonly from: string | null;
  /** Of `from`, where it is asked by mail. */
  readonly address: string | null;
  readonly message: string | null;
  readonly why: string | null;
  readonly due: string;
  readonly required: boolean;
}

/** What somebody says of an item. `open`: nothing any more. */
export interface SaidNow {
  readonly state: Request["state"];
  readonly because?: string | null;
  readonly record?: string | null;
}

/** `done`: with the code that a hospital has to be told, where one is asked. */
export function useAsking(done: (code: string | null) => void) {
  const { caseId, seat } = useCase();
  const ask = async (json: Asked) => {
    const asked = await answerOf(ofCase.requests.$post({ param: { caseId }, json, ...inSeat(seat) }));
    return asked.code;
  };
  return useChange(done, ask);
}

export function useWithdrawing(requestId: string, done: () => void) {
  const { caseId, seat } = useCase();
  return useChange(done, (because: string) =>
    answerOf(
      ofCase.requests[":requestId"].withdrawal.$post({
        param: { caseId, requestId },
        json: { because },
        ...inSeat(seat),
      }),
    ),
  );
}

export function useNewCode(requestId: string, done: (code: string) => void) {
  const { caseId, seat } = useCase();
  const param = { caseId, requestId };
  return useChange(done, async () => {
    const made = await answerOf(ofCase.requests[":requestId"].code.$post({ param, ...inSeat(seat) }));
    return made.code;
  });
}

/** The answer to its request while there is one that stands, and otherwise something said unasked. */
export function useSaying({ id, request, said }: Item, done: () => void) {
  const { caseId, seat } = useCase();
  return useChange(done, async ({ state, because = null, record = null }: SaidNow) => {
    if (request && said === null && (request.state === "open" || state === "open")) {
      const param = { caseId, requestId: request.id };
      const json = { state, because, record };
      await answerOf(ofCase.requests[":requestId"].answer.$post({ param, json, ...inSeat(seat) }));
      return;
    }
    const json = { state: state === "open" ? null : state, because, record };
    await answerOf(ofCase.inventory[":item"].$post({ param: { caseId, item: id }, json, ...inSeat(seat) }));
  });
}

function useChange<Change, Answer>(
  done: (answer: Answer) => void,
  change: (what: Change) => Promise<Answer>,
) {
  const { caseId } = useCase();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer) => {
      // First, as a code is told once: what is asked anew meanwhile may take away what asked for it.
      done(answer);
      await queries.invalidateQueries({ queryKey: caseKey(caseId, "detail") });
    },
  });
}
