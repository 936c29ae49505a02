import { accessNeeds, decisionTimes, hearings, isPartialDate } from "@consilium/clinical";
import type { Node } from "../../json/node.ts";
import { answersAt, isYes, itemsAt, wordsAt, wordsOf } from "./answers.ts";
import type { ReferralChoices } from "./referral.ts";

/** Characters of a line of a choice, and of words beside one: as the intake takes them. */
const longest = { line: 200, note: 500 } as const;

export function readChoices(response: Node): ReferralChoices {
  const decide = decisionTimes.find((known) => known === wordsAt(response, "decide"));
  const decideBy = wordsAt(response, "decideBy");
  const hearing = hearings.find((known) => known === wordsAt(response, "hearing"));
  const treating = treatingOf(response);
  const help = helpOf(response);
  return {
    ...(decide && { decide }),
    ...(decideBy !== null && isPartialDate(decideBy) && decideBy.length === 10 && { decideBy }),
    ...(hearing && { hearing }),
    ...(treating && { treating }),
    ...(help && { help }),
  };
}

function treatingOf(response: Node): ReferralChoices["treating"] {
  const [item] = itemsAt(response, "treating");
  if (!item) return undefined;
  const of = (name: string) => (wordsAt(item, `treating.${name}`) ?? "").slice(0, longest.line);
  return {
    has: isYes(item, "treating.has"),
    name: of("name"),
    workplace: of("workplace"),
    contact: of("contact"),
  };
}

function helpOf(response: Node): ReferralChoices["help"] {
  const [item] = itemsAt(response, "help");
  if (!item) return undefined;
  const needed = answersAt(item, "help.needs").map(wordsOf);
  return {
    interpreter: isYes(item, "help.interpreter"),
    needs: accessNeeds.filter((need) => needed.includes(need)),
    note: (wordsAt(item, "help.note") ?? "").slice(0, longest.note),
  };
}
