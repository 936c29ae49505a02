import type { Report } from "@consilium/report";
import type { ReportApi } from "@consilium/server/api";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { hc, type InferResponseType } from "hono/client";
import { answerOf, inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";

const api = hc<ReportApi>(`${location.origin}/api`);
const routes = api.cases[":caseId"].reports;
const one = routes[":reportId"];
const recommendation = api.cases[":caseId"].opinions[":opinionId"].recommendations[":item"];

export type ReportList = InferResponseType<typeof routes.$get, 200>;
export type ReportSummary = ReportList["items"][number];
export type Feasibility = ReportList["feasibility"][number];
export type FeasibilityState = Feasibility["state"];

/** The signed reports that this seat may read, the newest first, and what the care team says of recommendations. */
export function useReports() {
  const { caseId, seat } = useCase();
  return useQuery({
    queryKey: caseKey(caseId, "reports"),
    queryFn: () => answerOf(routes.$get({ param: { caseId }, ...inSeat(seat) })),
  });
}

/** What was signed, as it was signed; opening it is noted. It never changes. */
export function useReport(reportId: string) {
  const { caseId, seat } = useCase();
  return useQuery({
    queryKey: caseKey(caseId, "report", reportId),
    queryFn: async () => {
      const { report } = await answerOf(one.$get({ param: { caseId, reportId }, ...inSeat(seat) }));
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Made by `buildReport`; its digest is compared on the page.
      return report as unknown as Report;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** A command on the case's reports; whatever of the case it changes is read again. */
function useCommand<Input, Answer>(
  run: (input: Input) => Promise<Answer>,
  onDone?: (answer: Answer) => void,
) {
  const queries = useQueryClient();
  const { caseId } = useCase();
  return useMutation({
    mutationFn: run,
    onSuccess: (answer) => {
      onDone?.(answer);
      return queries.invalidateQueries({ queryKey: caseKey(caseId) });
    },
  });
}

export function useAcknowledge(reportId: string) {
  const { caseId, seat } = useCase();
  return useCommand(() =>
    answerOf(one.acknowledgement.$post({ param: { caseId, reportId }, ...inSeat(seat) })),
  );
}

export function useTell(reportId: string, onDone: () => void) {
  const { caseId, seat } = useCase();
  return useCommand(
    (how: string) =>
      answerOf(one.told.$post({ param: { caseId, reportId }, json: { how }, ...inSeat(seat) })),
    onDone,
  );
}

export function useRetract(reportId: string, onDone: () => void) {
  const { caseId, seat } = useCase();
  return useCommand(
    (reason: string) =>
      answerOf(one.retraction.$post({ param: { caseId, reportId }, json: { reason }, ...inSeat(seat) })),
    onDone,
  );
}

export function useCorrect(reportId: string, onDone: () => void) {
  const { caseId, seat } = useCase();
  return useCommand(
    (reason: string) =>
      answerOf(one.correction.$post({ param: { caseId, reportId }, json: { reason }, ...inSeat(seat) })),
    onDone,
  );
}

export function useSayFeasible(opinionId: string, item: string) {
  const { caseId, seat } = useCase();
  return useCommand((json: { readonly state: FeasibilityState; readonly note: string | null }) =>
    answerOf(recommendation.feasibility.$post({ param: { caseId, opinionId, item }, json, ...inSeat(seat) })),
  );
}
