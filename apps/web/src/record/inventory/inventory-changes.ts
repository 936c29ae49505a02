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

export function useAsking(done: () => void) {
  const { caseId, seat } = useCase();
  return useChange(done, (json: Asked) =>
    answerOf(ofCase.requests.$post({ param: { caseId }, json, ...inSeat(seat) })),
  );
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

function useChange<Change>(done: () => void, change: (what: Change) => Promise<unknown>) {
  const { caseId } = useCase();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: caseKey(caseId, "detail") });
      done();
    },
  });
}
