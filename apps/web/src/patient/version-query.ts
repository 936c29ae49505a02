import { queryOptions } from "@tanstack/react-query";
import { applyUpdate, Doc } from "yjs";
import { answerOf, inSeat, opinionApi } from "../case/case-api.ts";
import { caseKey } from "../case/case-query.ts";

/** A named version of an opinion as this reader was given it. */
export interface Version {
  readonly n: number;
  readonly at: Date;
  /** Without anything that was deleted; anchors refer to it. Nobody writes into it. */
  readonly doc: Doc;
}

const version = opinionApi.cases[":caseId"].opinions[":opinionId"].versions[":n"];

export interface VersionOf {
  readonly caseId: string;
  readonly opinionId: string;
  readonly n: number;
  readonly seat: string | undefined;
}

export const versionQuery = ({ caseId, opinionId, n, seat }: VersionOf) =>
  queryOptions({
    queryKey: caseKey(caseId, "version", opinionId, n, seat),
    queryFn: async ({ signal }): Promise<Version> => {
      const param = { caseId, opinionId, n: String(n) };
      const answer = await answerOf(version.$get({ param, ...inSeat(seat) }, { init: { signal } }));
      const doc = new Doc();
      applyUpdate(doc, Uint8Array.fromBase64(answer.state));
      return { n: answer.n, at: new Date(answer.at), doc };
    },
    structuralSharing: false,
    // A version never changes: asked again when the case says that something did, so that an end of sharing is noticed.
    staleTime: Infinity,
  });
