import { usePaperLook } from "./paper-context.ts";
import { placedAt } from "./placed-at.ts";
import { turned } from "./rectangles.ts";
import { useOthersRegions } from "./use-region-presence.ts";

/** Regions that others are drawing on the page, in their colours. */
export function OthersRegions({ page }: { readonly page: number }) {
  const { turns } = usePaperLook();
  return useOthersRegions(page).map(({ person, region }) => (
    <div
      key={person.seat}
      className="paper-mark"
      data-look="drawn"
      data-region
      data-person={person.colour}
      aria-hidden
      style={placedAt(turned(region.part, turns))}
    >
      <span className="paper-mark-part" />
      <span className="paper-mark-plate" data-side={person.side} translate="no">
        {person.initials}
      </span>
    </div>
  ));
}
