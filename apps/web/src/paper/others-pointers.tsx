import { PointerRing } from "../drawn/pointer-layer.tsx";
import { usePaperLook } from "./paper-context.ts";
import { placedAt } from "./placed-at.ts";
import { turned } from "./rectangles.ts";
import { usePointersOnPage } from "./use-page-pointing.ts";

/** Where others point on the page, in their colours. */
export function OthersPointers({ page }: { readonly page: number }) {
  const { turns } = usePaperLook();
  return usePointersOnPage(page).map(({ person, point: { x, y } }) => (
    <svg
      key={person.seat}
      className="paper-pointer"
      viewBox="-22 -22 44 44"
      data-person={person.colour}
      aria-hidden
      style={placedAt(turned([x, y, 0, 0], turns))}
    >
      <PointerRing />
    </svg>
  ));
}
