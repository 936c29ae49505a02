import { isOver } from "@consilium/clinical";
import type { CaseDetail } from "./case-api.ts";

type Facts = Pick<CaseDetail, "state" | "interrupted" | "opinions">;

/** Whether nobody writes in a document any more: the case is over, or it is an opinion that is no draft now. */
export const isFinal = (facts: Facts, document: string): boolean =>
  isOver(facts) || facts.opinions.some(({ id, state }) => document === `opinion.${id}` && state !== "draft");
