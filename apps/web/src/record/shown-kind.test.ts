import { expect, test } from "vitest";
import { shownKind, sizeOfStudy } from "./shown-kind.ts";

const series = { frames: 0, tracings: 0 };
const study = (...found: readonly Partial<typeof series>[]) => ({
  kind: "imaging-study" as const,
  content: { series: found.map((one) => ({ ...series, ...one })) },
});

test("an ECG is called one, by how many tracings it has", () => {
  const ecg = study({ tracings: 1 }, { tracings: 2 });
  expect(shownKind(ecg)).toBe("tracing");
  expect(sizeOfStudy(ecg)).toEqual({ is: "tracings", count: 3 });
});

test("where there are pictures, and where there is nothing to be seen, it is images", () => {
  for (const images of [study({ frames: 90 }), study({ tracings: 1 }, { frames: 2 }), study()])
    expect(shownKind(images)).toBe("imaging-study");
  expect(sizeOfStudy(study({ tracings: 1 }, { frames: 2 }))).toEqual({ is: "series", count: 2 });
});

test("every other record is what it is", () => {
  const note = { kind: "note" } as const;
  expect(shownKind(note)).toBe("note");
  expect(sizeOfStudy(note)).toBeUndefined();
});
