import { expect, test } from "vitest";
import { groupByShownKind, shownKind, sizeOfStudy } from "./shown-kind.ts";

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

test("by kind ECGs stand behind images, under a name of their own", () => {
  const listed = (id: string, found: ReturnType<typeof study>) => ({ ...found, id, title: id, date: null });
  const records = [
    listed("1", study({ tracings: 1 })),
    listed("2", study({ frames: 9 })),
    { kind: "note" as const, id: "3", title: "3", date: null },
    listed("4", study({ tracings: 1 })),
  ];
  const groups = groupByShownKind(records).map(({ kind, records: found }) => [
    kind,
    found.map(({ id }) => id),
  ]);
  expect(groups).toHaveLength(3);
  const at = groups.findIndex(([kind]) => kind === "imaging-study");
  expect(groups.slice(at, at + 2)).toEqual([
    ["imaging-study", ["2"]],
    ["tracing", ["1", "4"]],
  ]);
});
