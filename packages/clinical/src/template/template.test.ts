import { expect, test } from "vitest";
import { loadTemplate, templatedSpecialties } from "./load-template.ts";
import { placeholder } from "./opinion-template.ts";
import { templateSchema } from "./template-schema.ts";
import { hasTemplateChanged, isTemplateUse } from "./template-use.ts";

test.for(templatedSpecialties)("the template of %s is what its schema says", async (specialty) => {
  const template = await loadTemplate(specialty, "en-GB");
  expect(templateSchema.safeParse(template).error).toBeUndefined();
  expect(template?.specialty).toBe(specialty);
  // Limitations are never said without their two first sentences.
  expect(template?.sections.limitations).toContain("Nobody examined the patient");
  expect(Object.values(template?.sections ?? {}).join("\n")).toContain(placeholder);
});

test("the six specialties have one; others, and other languages, have none", async () => {
  expect(templatedSpecialties.toSorted()).toEqual([
    "cardiology",
    "neurology",
    "oncology",
    "pathology",
    "radiology",
    "spine",
  ]);
  expect(await loadTemplate("general", "en")).toBeUndefined();
  expect(await loadTemplate("toString", "en")).toBeUndefined();
  expect(await loadTemplate("spine", "sv")).toBeUndefined();
});

test("a file with a section that begins blank, markup, or no version is refused", async () => {
  const template = await loadTemplate("spine", "en");
  const isRefused = (change: object) => !templateSchema.safeParse({ ...template, ...change }).success;
  expect(isRefused({})).toBe(false);
  expect(isRefused({ version: 0 })).toBe(true);
  expect(isRefused({ sections: { plain: "Words that nobody chose." } })).toBe(true);
  expect(isRefused({ sections: { summary: "<b>bold</b>" } })).toBe(true);
  expect(isRefused({ id: "opinion-other" })).toBe(true);
});

test("what a section was begun with is told from everything else, and a newer version is told", async () => {
  const template = await loadTemplate("spine", "en");
  const use = { template: "opinion-spine", version: 1 };
  expect(isTemplateUse(use)).toBe(true);
  for (const other of [null, "opinion-spine", { ...use, version: 0 }, { ...use, more: 1 }, { template: "x" }])
    expect(isTemplateUse(other)).toBe(false);
  expect(hasTemplateChanged(use, template)).toBe(false);
  expect(hasTemplateChanged(use, template && { ...template, version: 2 })).toBe(true);
  expect(hasTemplateChanged(use, undefined)).toBe(false);
  expect(hasTemplateChanged({ ...use, template: "opinion-other" }, template)).toBe(false);
});
