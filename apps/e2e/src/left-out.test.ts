import { writeDicom, type WrittenElement } from "@consilium/interchange";
import { sliceElements } from "@consilium/interchange/testing";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { fileOf, handOver } from "./hand-over.ts";
import { journey } from "./journey.ts";

const visit = journey();

const segmentation: WrittenElement = { tag: 0x00080016, vr: "UI", value: "1.2.840.10008.5.1.4.1.1.66.4" };
const outlines = writeDicom(
  sliceElements(
    {
      patient: { name: "Quintana^Marisol", id: "P1", birthDate: "", sex: "F" },
      seriesDescription: "Liver outlines",
    },
    [segmentation, { tag: 0x00080060, vr: "CS", value: "SEG" }],
  ).toSorted((one, other) => one.tag - other.tag),
);

const resources = [
  { resourceType: "Patient", id: "p", name: [{ text: "Marisol Quintana" }] },
  { resourceType: "Claim", id: "c" },
  { resourceType: "Condition", id: "d", code: { text: "Asthma" }, onsetDateTime: "2026-02-31" },
];
const bundle = JSON.stringify({
  resourceType: "Bundle",
  type: "collection",
  entry: resources.map((resource) => ({ resource })),
});

test("what is not among the records, and what no viewer shows, is said when it is handed over and in the study", async () => {
  const adaeze = await visit.enter("adaeze");
  const { page } = adaeze;
  await handOver(adaeze, await caseOf(adaeze, oncology), [
    fileOf("outlines.dcm", outlines),
    fileOf("export.json", Buffer.from(bundle)),
  ]);
  await page.getByText("2 things in the files are not among the records").waitFor();
  await page.getByText(/^It is kept and not shown here yet: it outlines regions/).waitFor();
  await page.getByText("1 × Condition, its onsetDateTime: 2026-02-31").waitFor();
  await page.getByText("Bills and insurance. They hold nothing clinical.").waitFor();
  expect(await page.getByText(/Every (?:other )?file could be read/).count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  await page
    .getByRole("link", { name: /1 series/ })
    .first()
    .click();
  await page
    .getByText("SEG Liver outlines: outlines of regions in other pictures (a segmentation)")
    .waitFor();
});
