import type { Addendum } from "@consilium/report";
import type { AddendumApi } from "@consilium/server/api";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { hc, type InferResponseType } from "hono/client";
import { answerOf, inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import type { Shown } from "../signing/step-up-field.tsx";

const api = hc<AddendumApi>(`${location.origin}/api`);
const addenda = api.cases[":caseId"].addenda;
const signing = addenda[":addendumId"].signing;
const ofReport = api.cases[":caseId"].reports[":reportId"].addenda;

type AddendumSummary = InferResponseType<typeof addenda.$get, 200>["items"][number];
export type AddendumSheet = InferResponseType<typeof signing.$get, 200>;

/** A signed addendum as its readers see it. */
export interface SignedAddendum {
  readonly id: string;
  readonly code: string;
  readonly text: Addendum;
}

/** What was added to the reports that this seat may read, and what is being written to be added. */
export function useAddenda() {
  const { caseId, seat } = useCase();
  return useQuery({
    queryKey: caseKey(caseId, "addenda"),
    queryFn: async () => (await answerOf(addenda.$get({ param: { caseId }, ...inSeat(seat) }))).items,
  });
}

/** Those that are signed, in their order. */
export const signedOf = (items: readonly AddendumSummary[], report: string): readonly SignedAddendum[] =>
  items.flatMap(({ id, report: of, signed }) =>
    signed && of === report
      ? // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Made by `buildAddendum`.
        [{ id, code: signed.code, text: signed.text as unknown as Addendum }]
      : [],
  );

interface Beginning {
  readonly report: string;
  /** With what this seat wrote after the opinion was closed. */
  readonly late: boolean;
}

export function useBeginAddendum(onBegun: () => void) {
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ report, late }: Beginning) =>
      answerOf(ofReport.$post({ param: { caseId, reportId: report }, json: { late }, ...inSeat(seat) })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: caseKey(caseId) });
      onBegun();
    },
  });
}

/** Milliseconds: what others write while the sheet lies open is on it so soon. */
const rhythm = 3000;

/** What the signature would cover, read again while the sheet lies open. */
export function useAddendumSheet(addendum: string) {
  const { caseId, seat } = useCase();
  return useQuery({
    queryKey: caseKey(caseId, "addendum-signing", addendum),
    queryFn: () => answerOf(signing.$get({ param: { caseId, addendumId: addendum }, ...inSeat(seat) })),
    staleTime: 0,
    gcTime: 0,
    refetchInterval: rhythm,
  });
}

export function useSignAddendum(addendum: string, onSigned: () => void) {
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (json: { readonly basis: string } & NonNullable<Shown>) =>
      answerOf(signing.$post({ param: { caseId, addendumId: addendum }, json, ...inSeat(seat) })),
    onSuccess: () => {
      onSigned();
      return queries.invalidateQueries({ queryKey: caseKey(caseId) });
    },
  });
}
