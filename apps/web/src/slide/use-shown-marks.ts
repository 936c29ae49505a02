import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import type { Drawing } from "../drawn/drawing.ts";
import type { ShownMark } from "../drawn/mark-layer.tsx";
import { authorIn } from "../thread/author-in.ts";
import { useSlide } from "./slide-context.ts";
import { boxOfPlace, drawingOf, drawingOfBox } from "./slide-place.ts";
import { useSlideSays } from "./slide-words.ts";
import type { SlideViewing } from "./use-slide-viewing.ts";

/** What is drawn on the slide: its marks, and the place of the link that was followed. */
export function useShownMarks(): readonly ShownMark[] {
  const t = useTranslations("imaging");
  const { slide, marks, lit, reported } = useSlide();
  const place = reported.looked?.place;
  const says = useSlideSays(slide.content.micrometres);
  return useMemo(() => {
    const shown = marks.all.map((mark): ShownMark => {
      const drawing = drawingOf(mark.anchor);
      const label = [mark.words, says(drawing) ?? ""].filter((part) => part !== "").join(", ");
      return {
        id: mark.id,
        drawing,
        author: mark.author,
        label,
        look: mark.isOwn ? "own" : "mark",
        isOpen: mark.isOpen,
      };
    });
    const box = place && boxOfPlace(place);
    if (box) shown.push({ ...nobody, id: "named", drawing: drawingOfBox(box), label: place.label });
    const drawing = lit && drawingOf(lit);
    if (!drawing || shown.some((one) => isSamePlace(one.drawing, drawing))) return shown;
    return [...shown, { ...nobody, id: "lit", drawing, label: t("useAsEvidence") }];
  }, [marks.all, lit, place, says, t]);
}

/** A place that nobody drew here: that of a link, or one that a report names. */
const nobody = {
  author: { name: "", initials: "", colour: "slate", side: "clinic" },
  look: "lit",
  isOpen: true,
} as const;

const isSamePlace = (one: Drawing, other: Drawing): boolean =>
  one.tool === other.tool &&
  one.points.length === other.points.length &&
  one.points.every(([x, y], at) => x === other.points[at]?.[0] && y === other.points[at]?.[1]);

/** What is being drawn here, by this seat and by others who look at the same slide. */
export function useDrafts(viewings: readonly SlideViewing[], own: Drawing | undefined): readonly ShownMark[] {
  const { detail, people } = useCase();
  const { slide } = useSlide();
  const says = useSlideSays(slide.content.micrometres);
  const common = { look: "draft", isOpen: false } as const;
  const theirs = viewings.flatMap(({ person, draft }): ShownMark[] =>
    draft ? [{ ...common, id: `draft ${person.seat}`, drawing: draft, author: person, label: "" }] : [],
  );
  if (!own) return theirs;
  const author = authorIn(people, detail.seat.id);
  return [...theirs, { ...common, id: "draft", drawing: own, author, label: says(own) ?? "", isOpen: true }];
}
