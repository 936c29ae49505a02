import { queryOptions } from "@tanstack/react-query";
import { applyUpdate, Doc } from "yjs";
import { answerOf, inSeat, opinionApi } from "./case-api.ts";
import { caseKey } from "./case-query.ts";

const version = opinionApi.cases[":caseId"].opinions[":opinionId"].versions[":n"];

export interface VersionOf {
  readonly caseId: string;
  readonly opinionId: string;
  readonly n: number;
  readonly seat: string | undefined;
}

/** A named version of an opinion, as this reader was given it. */
export const versionQuery = ({ caseId, opinionId, n, seat }: VersionOf) =>
  queryOptions({
    queryKey: caseKey(caseId, "version", "read", opinionId, n, seat),
    queryFn: ({ signal }) =>
      answerOf(
        version.$get({ param: { caseId, opinionId, n: String(n) }, ...inSeat(seat) }, { init: { signal } }),
      ),
    // A version never changes: also when the case does, it is not asked for again.
    staleTime: "static",
  });

/** The version's own document, without anything that was deleted; anchors refer to it. `state`: an update in base64. */
export function documentOfVersion(state: string): Doc {
  const doc = new Doc();
  applyUpdate(
    doc,
    Uint8Array.from(atob(state), (character) => character.charCodeAt(0)),
  );
  return doc;
}
