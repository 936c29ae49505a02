import { isPartialDate } from "@consilium/clinical";
import { isUlid } from "@consilium/foundation";
import type { OwnerInput } from "../report-input.ts";
import type { Owner, ReportRecommendation } from "../report.ts";
import type { Items, PrintedItem } from "./read-items.ts";
import type { References } from "./references.ts";

export const recommendationsOf = (
  items: Items,
  owners: readonly OwnerInput[],
  numberOf: References["numberOf"],
): readonly ReportRecommendation[] =>
  items("recommendation").map((item, index) => ({
    id: item.id,
    number: index + 1,
    action: item.rich("action"),
    owner: ownerOf(item.line("owner"), owners),
    urgency: item.line("urgency"),
    due: dayOf(item.line("due")),
    strength: strengthOf(item),
    certainty: item.line("certainty"),
    references: [...new Set(item.ids("citations").flatMap((id) => numberOf(id) ?? []))].toSorted(
      (one, other) => one - other,
    ),
    changes: item.rich("changes"),
    reason: item.rich("reason"),
  }));

/** The gate lets only days through. */
const dayOf = (written: string): string | null =>
  written.length === 10 && isPartialDate(written) ? written : null;

const strengths = ["strong", "conditional"] as const;

const strengthOf = (item: PrintedItem): ReportRecommendation["strength"] =>
  strengths.find((strength) => strength === item.line("strength")) ?? null;

/** A seat's id must never be printed in the place of a name. */
function ownerOf(written: string, owners: readonly OwnerInput[]): Owner | null {
  const name = written.trim();
  if (name === "") return null;
  const owner = owners.find(({ seat }) => seat === name);
  if (owner)
    return {
      seat: owner.seat,
      name: owner.name,
      workplace: owner.workplace,
      hasLeft: owner.endedAt !== null,
    };
  if (isUlid(name)) throw new RangeError(`The seat ${name} of an owner was not handed in`);
  return { seat: null, name, workplace: null, hasLeft: false };
}
