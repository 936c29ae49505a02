import { expect, test } from "vitest";
import { groupCases } from "./group-cases.ts";

const item = (id: number, title: string, specialty = "oncology") => ({ id, title, specialty });

test("cases of one title stand together under it, however it is spelt; the others under their specialty", () => {
  const groups = groupCases([
    item(1, "Liver metastases"),
    item(2, "Cyst of the pancreas"),
    item(3, "liver  Metastases "),
    item(4, "Nodules"),
  ]);
  expect(groups.map(({ likeness, cases }) => [likeness, cases.map(({ id }) => id)])).toEqual([
    [{ title: "Liver metastases" }, [1, 3]],
    [{ specialty: "oncology" }, [2, 4]],
  ]);
});

test("a case that is alone in its specialty stands under its own title", () => {
  expect(groupCases([item(1, "Aortic stenosis", "cardiology")]).map(({ likeness }) => likeness)).toEqual([
    { title: "Aortic stenosis" },
  ]);
});

test("one title in two specialties is two groups", () => {
  expect(groupCases([item(1, "Pain", "spine"), item(2, "Pain", "neurology")])).toHaveLength(2);
});
