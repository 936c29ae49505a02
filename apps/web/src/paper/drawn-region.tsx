import { useContext } from "react";
import { usePaperLook } from "./paper-context.ts";
import { placedAt } from "./placed-at.ts";
import { turned } from "./rectangles.ts";
import { RegionContext } from "./region-context.ts";

/** The region that this person is drawing. */
export function DrawnRegion({ page }: { readonly page: number }) {
  const region = useContext(RegionContext);
  const { turns } = usePaperLook();
  if (region?.page !== page) return null;
  return (
    <div className="paper-mark" data-look="chosen" aria-hidden style={placedAt(turned(region.part, turns))}>
      <span className="paper-mark-part" />
    </div>
  );
}
