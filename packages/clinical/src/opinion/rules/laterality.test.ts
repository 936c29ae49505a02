import { expect, test } from "vitest";
import { createSideReader } from "./laterality.ts";

const conflicts = (sections: Record<string, string>, findings: readonly Record<string, unknown>[] = []) =>
  createSideReader()({
    sections,
    items: findings.map((fields, at) => ({ id: String(at), kind: "finding", rank: `a${at}`, fields })),
  });

test("a structure on the left here and on the right there is found, with the words between", () => {
  expect(
    conflicts({
      summary: "Pain in the left leg; the left L5 nerve root is flattened.",
      plain: "The nerve to your right leg is pressed.",
    }),
  ).toEqual([{ structure: "leg", section: "plain" }]);
});

test("where a section names both sides both are meant", () => {
  expect(
    conflicts({
      findings: "A cyst in the left kidney, none in the right kidney.",
      plain: "Your right kidney is healthy.",
    }),
  ).toEqual([]);
});

test("items are read as part of their section, but for what the first reading said", () => {
  const finding = { text: "Left L5 root flattened", first: "right root in the impression" };
  expect(conflicts({ plain: "The left L5 root is pressed." }, [finding])).toEqual([]);
  expect(conflicts({ plain: "The right L5 root is pressed." }, [finding])).toEqual([
    { structure: "root", section: "findings" },
  ]);
});

test("right that is no side, and sides of what belongs together, say nothing", () => {
  expect(
    conflicts({
      answers: "That is the right answer; the left ventricle is small.",
      plain: "The right ventricle is normal, and the left hand holds.",
    }),
  ).toEqual([]);
});

test("a text that is read again says what it says now", () => {
  const read = createSideReader();
  const found = (summary: string) =>
    read({ sections: { summary, plain: "Your right hip is worn." }, items: [] });
  expect(found("Both were seen.\nThe left hip is worn.")).toEqual([{ structure: "hip", section: "plain" }]);
  expect(found("Both were seen.\nThe right hip is worn.")).toEqual([]);
  expect(found("The left hip is worn.\nBoth were seen.")).toEqual([{ structure: "hip", section: "plain" }]);
});
