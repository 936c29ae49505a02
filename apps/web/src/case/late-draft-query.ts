import type { LateDraftApi } from "@consilium/server/api";
import { queryOptions } from "@tanstack/react-query";
import { hc, type InferResponseType } from "hono/client";
import { answerOf, inSeat } from "./case-api.ts";
import { caseKey } from "./case-query.ts";

const lateDraftApi = hc<LateDraftApi>(`${location.origin}/api`);

type Drafts = (typeof lateDraftApi.cases)[":caseId"]["late-drafts"];

/** What this seat wrote in one document after it was closed. */
export type LateDraft = InferResponseType<Drafts["$get"], 200>["items"][number];

export const lateDraftsQuery = (caseId: string, seat: string | undefined) =>
  queryOptions({
    queryKey: caseKey(caseId, "late-drafts", seat),
    queryFn: async ({ signal }) => {
      const asked = lateDraftApi.cases[":caseId"]["late-drafts"].$get(
        { param: { caseId }, ...inSeat(seat) },
        { init: { signal } },
      );
      return (await answerOf(asked)).items;
    },
  });

/** For good, up to what was shown: what came after it is shown next. */
export const deleteLateDraft = (
  caseId: string,
  seat: string | undefined,
  { document, through }: Pick<LateDraft, "document" | "through">,
) =>
  answerOf(
    lateDraftApi.cases[":caseId"]["late-drafts"][":document"].$delete({
      param: { caseId, document },
      query: { through: String(through) },
      ...inSeat(seat),
    }),
  );
