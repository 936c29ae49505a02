import { expect, test } from "vitest";
import { readDemoCase } from "../../read-content.ts";
import { demoSlides } from "./demo-slides.ts";
import { tissuePainter } from "./paint-tissue.ts";
import { planTissue, type TissueFacts } from "./tissue.ts";
import { writeSlideTiff } from "./write-slide-tiff.ts";

const facts: TissueFacts = {
  seed: 7,
  width: 2560,
  height: 1664,
  region: { shows: "vein", box: [900, 650, 700, 560] },
};

/** Of one row. */
function rowAt(paint: ReturnType<typeof tissuePainter>, row: number) {
  const pixels = paint(row, 1);
  return (x: number): readonly number[] => Array.from(pixels.subarray(x * 3, x * 3 + 3));
}

test("a slide is the same each time, and the same whether it is painted in one band or in two", () => {
  const [one, other] = [tissuePainter(planTissue(facts)), tissuePainter(planTissue(facts))];
  const whole = one(600, 40);
  const halves = [other(600, 20), other(620, 20)];
  expect(Buffer.compare(whole, Buffer.concat(halves))).toBe(0);
});

test("another seed gives another tissue", () => {
  const other = planTissue({ ...facts, seed: 8 });
  expect(other.glands.map(({ outline }) => outline.x)).not.toEqual(
    planTissue(facts).glands.map(({ outline }) => outline.x),
  );
});

test("above the tissue is glass; what the content names lies in its place: a bright vein with blood in it", () => {
  const tissue = planTissue(facts);
  const paint = tissuePainter(tissue);
  expect(rowAt(paint, 10)(1200)).toEqual([243, 240, 243]);
  const [vein] = tissue.veins;
  expect(vein).toMatchObject({ x: 1250, y: 930 });
  const band = paint(650, 560);
  const reds = Array.from({ length: 700 * 560 }, (_, at) => {
    const pixel = (Math.floor(at / 700) * facts.width + 900 + (at % 700)) * 3;
    const [red = 0, green = 0, blue = 0] = band.subarray(pixel, pixel + 3);
    return red > 180 && green < 140 && blue < 140;
  });
  expect(reds.filter(Boolean).length).toBeGreaterThan(5000);
});

test("the file is a TIFF of both sizes, whose rows are not larger than they were", () => {
  const file = writeSlideTiff(
    { width: 2560, height: 128, micrometres: 0.25, description: "MPP = 0.25" },
    (_top, rows) => new Uint8Array(2560 * rows * 3).fill(200),
  );
  expect(file.toString("latin1", 0, 3)).toBe("II*");
  expect(file.length).toBeLessThan(2560 * 128 * 3);
  expect(file.includes("MPP = 0.25")).toBe(true);
});

test("every slide shows a place that its report names, within the slide", () => {
  const { records } = readDemoCase("oncology", "2026-11-24");
  for (const { reportId, placeId, label } of demoSlides.oncology ?? []) {
    const place = records.pathology
      .find(({ id }) => id === reportId)
      ?.places.find(({ id }) => id === placeId);
    expect(place?.slide).toBe(label);
    const [left = 0, top = 0, width = 0, height = 0] = place?.xywh ?? [];
    expect(left + width).toBeLessThan(8192);
    expect(top + height).toBeLessThan(5120);
    expect(Math.min(left, top, width, height)).toBeGreaterThan(0);
  }
});
