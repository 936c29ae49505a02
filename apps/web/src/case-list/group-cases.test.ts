import { expect, test } from "vitest";
import { groupCases } from "./group-cases.ts";

const item = (id: number, title: string, specialty = "oncology", firstQuestion: string | null = null) => ({
  id,
  title,
  specialty,
  firstQuestion,
});

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

test("cases of several titles that ask the same stand together under the question; one of a shared title stays with its title", () => {
  const asks = "Is surgery possible now?";
  const groups = groupCases([
    item(1, "Nodules", "oncology", asks),
    item(2, "Cyst", "oncology", "is surgery possible, now"),
    item(3, "Liver", "oncology", asks),
    item(4, "Livér", "oncology", asks),
    item(5, "Nodes", "oncology", null),
  ]);
  expect(groups.map(({ likeness, cases }) => [likeness, cases.map(({ id }) => id)])).toEqual([
    [{ question: asks }, [1, 2]],
    [{ title: "Liver" }, [3, 4]],
    [{ title: "Nodes" }, [5]],
  ]);
});

test("cases without a name and a question are not alike by having none", () => {
  expect(groupCases([item(1, ""), item(2, "", "spine")]).map(({ likeness }) => likeness)).toEqual([
    { specialty: "oncology" },
    { specialty: "spine" },
  ]);
});
