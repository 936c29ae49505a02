import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answerOf, inSeat, opinionApi } from "../../case/case-api.ts";
import { useCase } from "../../case/case-context.ts";
import { caseKey } from "../../case/case-query.ts";

export type Audience = "care-team" | "patient";
export type ShareMode = "version" | "live";

const routes = opinionApi.cases[":caseId"].opinions[":opinionId"];

/** What would become visible if the draft were shared with these people now. */
export function useSharingPreview(opinion: string, audience: Audience) {
  const { caseId, seat, detail } = useCase();
  return useQuery({
    queryKey: caseKey(caseId, "sharing-preview", opinion, audience, detail.seat.id),
    queryFn: () =>
      answerOf(
        routes.sharing.$get({ param: { caseId, opinionId: opinion }, query: { audience }, ...inSeat(seat) }),
      ),
    staleTime: 0,
  });
}

/** Named moments of the draft, the newest first. */
export function useVersions(opinion: string) {
  const { caseId, seat, detail } = useCase();
  return useQuery({
    queryKey: caseKey(caseId, "versions", opinion, detail.seat.id),
    queryFn: () => answerOf(routes.versions.$get({ param: { caseId, opinionId: opinion }, ...inSeat(seat) })),
  });
}

/** A command on the opinion; whatever of the case it changes is read again. */
function useCommand<Input>(run: (input: Input) => Promise<unknown>) {
  const queries = useQueryClient();
  const { caseId } = useCase();
  return useMutation({
    mutationFn: run,
    onSuccess: () => queries.invalidateQueries({ queryKey: caseKey(caseId) }),
  });
}

export function useShare(opinion: string) {
  const { caseId, seat } = useCase();
  return useCommand(
    (json: { readonly audience: Audience; readonly mode: ShareMode; readonly name: string }) =>
      answerOf(routes.shares.$post({ param: { caseId, opinionId: opinion }, json, ...inSeat(seat) })),
  );
}

export function useUnshare(opinion: string) {
  const { caseId, seat } = useCase();
  return useCommand((shareId: string) =>
    answerOf(
      routes.shares[":shareId"].$delete({ param: { caseId, opinionId: opinion, shareId }, ...inSeat(seat) }),
    ),
  );
}

export function useNameVersion(opinion: string) {
  const { caseId, seat } = useCase();
  return useCommand((name: string) =>
    answerOf(
      routes.versions.$post({ param: { caseId, opinionId: opinion }, json: { name }, ...inSeat(seat) }),
    ),
  );
}
