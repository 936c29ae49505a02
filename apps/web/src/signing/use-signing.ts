import type { Report } from "@consilium/report";
import type { SigningApi } from "@consilium/server/api";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { hc, type InferResponseType } from "hono/client";
import { answerOf, inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import type { Shown } from "./step-up-field.tsx";

const api = hc<SigningApi>(`${location.origin}/api`);
const route = api.cases[":caseId"].opinions[":opinionId"].signing;

export type SigningSheet = InferResponseType<typeof route.$get, 200>;
export type OpenPoint = SigningSheet["open"][number];

/** Milliseconds: what others write while the sheet lies open is on it so soon. */
const rhythm = 3000;

/** What is open before an opinion can be signed, as the server finds it; read again while it lies open. */
export function useSigningSheet(opinion: string) {
  const { caseId, seat } = useCase();
  return useQuery({
    queryKey: caseKey(caseId, "signing", opinion),
    queryFn: () => answerOf(route.$get({ param: { caseId, opinionId: opinion }, ...inSeat(seat) })),
    staleTime: 0,
    gcTime: 0,
    refetchInterval: rhythm,
  });
}

/** The report that a signature with this basis would make. With another basis it is another one. */
export function useReportToSign(opinion: string, basis: string) {
  const { caseId, seat } = useCase();
  return useQuery({
    queryKey: caseKey(caseId, "signing", opinion, "report", basis),
    queryFn: async () => {
      const param = { caseId, opinionId: opinion };
      const { report } = await answerOf(route.report.$get({ param, query: { basis }, ...inSeat(seat) }));
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Made by `buildReport`.
      return report as unknown as Report;
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

export interface Signature {
  readonly basis: string;
  readonly reasons: { key: string; reason: string }[];
  readonly conflicts: string;
}

export function useSign(opinion: string, onSigned: (report: string) => void) {
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (json: Signature & NonNullable<Shown>) =>
      answerOf(route.$post({ param: { caseId, opinionId: opinion }, json, ...inSeat(seat) })),
    onSuccess: ({ report }) => {
      onSigned(report);
      return queries.invalidateQueries({ queryKey: caseKey(caseId) });
    },
  });
}
