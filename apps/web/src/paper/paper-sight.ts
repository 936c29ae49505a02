import type { Place } from "@consilium/workspace";

/** What is in the middle of the screen: a page, and a point of it, as parts of the upright page. */
export interface PaperSight {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** For the presence of a seat: `page/3`. */
export const pageName = (page: number): string => `page/${page}`;

/** Undefined: no page. */
export function pageOfName(name: string | undefined): number | undefined {
  const page = /^page\/([1-9][0-9]{0,5})$/.exec(name ?? "")?.[1];
  return page === undefined ? undefined : Number(page);
}

const thousandths = (part: number): number => Math.round(part * 1000) / 1000 || 0;

export const placeOfSight = (record: string, { page, x, y }: PaperSight): Place => ({
  target: record,
  place: pageName(page),
  view: { x: thousandths(x), y: thousandths(y) },
});

/** Of somebody who is on a page and does not say where: its upper part. Undefined: on no page of this record. */
export function sightOfPlace(record: string, { target, place, view }: Place): PaperSight | undefined {
  const page = target === record ? pageOfName(place) : undefined;
  if (page === undefined) return undefined;
  const { x = 0.5, y = 0.25 } = view ?? {};
  // Beside the page, as far as anybody can scroll.
  return x >= -1 && x <= 2 && y >= -1 && y <= 2 ? { page, x, y } : { page, x: 0.5, y: 0.25 };
}
