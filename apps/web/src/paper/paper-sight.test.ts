import { expect, test } from "vitest";
import { pageOfName, placeOfSight, sightOfPlace } from "./paper-sight.ts";
import { placeOfRegion, regionOfPlace } from "./region-presence.ts";

const record = "01K9ZZZZZZZZZZZZZZZZZZZZZZ";

test("where somebody is on a page comes to the others", () => {
  const place = placeOfSight(record, { page: 12, x: 0.51239, y: -0.0001 });
  expect(place.place).toBe("page/12");
  expect(sightOfPlace(record, place)).toEqual({ page: 12, x: 0.512, y: 0 });
  expect(sightOfPlace("another", place)).toBeUndefined();
});

test("whoever only says the page, as older viewers do, is in its upper part; impossible places are too", () => {
  const upper = { page: 3, x: 0.5, y: 0.25 };
  expect(sightOfPlace(record, { target: record, place: "page/3" })).toEqual(upper);
  expect(sightOfPlace(record, { target: record, place: "page/3", view: { x: 9, y: 0.5 } })).toEqual(upper);
});

test("whoever draws a region is on its page, and the region is what it was for older viewers", () => {
  const region = { page: 2, part: [0.25, 0.5, 0.5, 0.125] } as const;
  const place = { ...placeOfRegion(record, region), view: { x: 0.5, y: 0.5 } };
  expect(sightOfPlace(record, place)).toEqual({ page: 2, x: 0.5, y: 0.5 });
  expect(regionOfPlace(record, place)).toEqual(region);
});

test.each(["page/0", "page/", "page/1.5", "pages/1", "text/1"])("%s names no page", (name) => {
  expect(pageOfName(name)).toBeUndefined();
});
