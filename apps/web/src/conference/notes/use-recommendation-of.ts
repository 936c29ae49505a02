import { useMemo } from "react";
import { Doc } from "yjs";
import { useCase } from "../../case/case-context.ts";
import { draftOf } from "../../case/draft-of.ts";
import { useDocuments } from "../../case/use-document.ts";
import { useItems } from "../../opinion/items/use-items.ts";

/** The lead opinion, where this seat reads its text as it is now; undefined elsewhere, and until all of it is here. */
export function useOpinionDoc(): Doc | undefined {
  const { detail } = useCase();
  const name = draftOf(detail);
  const [state] = useDocuments(name === undefined ? [] : [name]);
  return state?.phase === "open" && state.synced ? state.doc : undefined;
}

/** In the place of an opinion that cannot be read. */
const nothing = new Doc();

/** As what a decision stands in the opinion, by its number there. Undefined: not yet, or not for this seat to know. */
export function useRecommendationOf(): (decision: string) => number | undefined {
  const doc = useOpinionDoc();
  const recommendations = useItems(doc ?? nothing, "recommendation");
  return useMemo(() => {
    const numbers = new Map(recommendations.map(({ id }, at) => [id, at + 1]));
    return (decision) => numbers.get(decision);
  }, [recommendations]);
}
