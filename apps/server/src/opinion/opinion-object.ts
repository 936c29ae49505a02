import type { CaseFacts, CommandObject } from "@consilium/clinical";

/** What the right to share or name a version depends on: who writes that opinion. Undefined: the case has none such. */
export const opinionObject =
  (opinionId: string) =>
  (facts: CaseFacts): CommandObject | undefined => {
    const opinion = facts.opinions.find(({ id }) => id === opinionId);
    return opinion && { authors: opinion.authors };
  };
