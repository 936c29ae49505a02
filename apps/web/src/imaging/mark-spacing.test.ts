import { expect, test } from "vitest";
import type { Drawing } from "../drawn/drawing.ts";
import type { DicomDataset } from "./dicom-json.ts";
import { markOfDrawing } from "./mark-anchor.ts";
import { spacingOfMark } from "./mark-spacing.ts";
import { measure } from "./measure.ts";
import { element, frameOf } from "./testing-frames.ts";

interface Region {
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
  /** 1: two-dimensional tissue. */
  readonly form?: number;
  /** 3: centimetres; 4: seconds. */
  readonly units?: number;
  /** Centimetres a pixel. */
  readonly size?: number;
}

const regionOf = ({ box, form = 1, units = 3, size = 0.02 }: Region): DicomDataset => ({
  "00186012": element("US", form),
  "00186018": element("UL", box[0]),
  "0018601A": element("UL", box[1]),
  "0018601C": element("UL", box[2]),
  "0018601E": element("UL", box[3]),
  "00186024": element("US", units),
  "00186026": element("US", units),
  "0018602C": element("FD", size),
  "0018602E": element("FD", size),
});

const picture = (regions: readonly Region[], changes: DicomDataset = {}) =>
  frameOf({
    "00080018": element("UI", "2.25.1"),
    "00080060": element("CS", "US"),
    "00280010": element("US", 480),
    "00280011": element("US", 640),
    "00186011": element("SQ", ...regions.map(regionOf)),
    ...changes,
  });

const line = (...points: Drawing["points"]): Drawing => ({ tool: "length", points });

const tissue: Region = { box: [30, 20, 330, 400] };
const curve: Region = { box: [340, 20, 620, 400], form: 4, units: 4, size: 0.005 };

test("a length within the tissue is in millimetres, also where another region has none", () => {
  const frame = picture([tissue, curve]);
  expect(frame.spacing.unit).toBe("px");
  const drawing = line([100, 100], [130, 140]);
  const { spacing, why } = spacingOfMark(frame, drawing);
  expect(why).toBeUndefined();
  expect(measure(drawing, spacing, undefined)).toEqual({ is: "length", unit: "mm", length: 10 });
  expect(markOfDrawing(drawing, frame, "10.0 mm").unit).toBe("mm");
});

test.for<[string, Drawing, "across" | "elsewhere"]>([
  ["from tissue into a curve", line([300, 100], [400, 100]), "across"],
  ["from tissue to what is no region", line([300, 100], [300, 450]), "across"],
  ["in a curve", line([400, 100], [500, 100]), "elsewhere"],
  ["where there is no region", line([5, 5], [9, 9]), "elsewhere"],
  [
    "around a circle that leaves the tissue",
    {
      tool: "circle",
      points: [
        [300, 100],
        [320, 140],
      ],
    },
    "across",
  ],
])("%s it is in pixels, and why", ([, drawing, why]) => {
  const frame = picture([tissue, curve]);
  expect(spacingOfMark(frame, drawing)).toMatchObject({ why, spacing: { unit: "px" } });
  expect(markOfDrawing(drawing, frame, null).unit).toBe("px");
});

test("two views of one scale side by side are two parts: nothing is measured from one to the other", () => {
  const frame = picture([tissue, { box: [340, 20, 620, 400] }]);
  expect(frame.spacing.unit).toBe("mm");
  expect(spacingOfMark(frame, line([100, 100], [200, 100])).spacing.unit).toBe("mm");
  expect(spacingOfMark(frame, line([100, 100], [400, 100])).why).toBe("across");
});

test("a bar of colours within the tissue is no tissue", () => {
  const bar: Region = { box: [32, 40, 63, 103], form: 0, units: 0, size: 0 };
  const frame = picture([tissue, bar]);
  expect(spacingOfMark(frame, line([40, 50], [40, 90])).why).toBe("elsewhere");
  expect(spacingOfMark(frame, line([100, 50], [100, 90])).spacing.unit).toBe("mm");
});

test("a picture that was made smaller afterwards has lost its scale", () => {
  const frame = picture([{ box: [84, 31, 595, 414] }], {
    "00280010": element("US", 240),
    "00280011": element("US", 320),
  });
  expect(frame.spacing.unit).toBe("px");
  expect(spacingOfMark(frame, line([100, 100], [110, 100])).spacing.unit).toBe("px");
});

test("what has a spacing of its own needs no regions", () => {
  const frame = picture([tissue], { "00280030": element("DS", 0.5, 0.5) });
  expect(spacingOfMark(frame, line([1, 1], [9, 9])).spacing).toEqual({ row: 0.5, column: 0.5, unit: "mm" });
});
