import type { Place } from "@consilium/clinical";
import { type CaseRecord, filedContent } from "../record/record-query.ts";
import type { OpenSlide } from "./slide-context.ts";
import type { SlideBox } from "./slide-place.ts";

/** A place of a slide that a report names. */
export interface NamedPlace {
  readonly id: string;
  readonly label: string;
  readonly box: SlideBox;
}

/** Of the reports of the laboratory that the slide came from: a label alone says little, every case has a B2. */
export function namedPlaces(records: readonly CaseRecord[], slide: OpenSlide): readonly NamedPlace[] {
  const { label } = slide.content;
  if (label === null) return [];
  const reports = records.filter(({ kind, source }) => kind === "pathology" && source === slide.source);
  return reports.flatMap((report) => {
    const filed = filedContent(report);
    return filed.kind === "pathology" ? filed.content.places.flatMap((place) => placeOn(place, label)) : [];
  });
}

const placeOn = ({ id, label: words, at }: Place, label: string): NamedPlace[] =>
  at.kind === "slide-region" && at.slide === label ? [{ id, label: words, box: at.xywh }] : [];
