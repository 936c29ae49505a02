import { expect, test } from "vitest";
import { caseOf, oncology, spine } from "./case-of.ts";
import { journey } from "./journey.ts";
import { answered } from "./received.ts";
import { openList } from "./visitor.ts";

const visit = journey({ expected: [answered(404), answered(403)] });
const unknown = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

test.each([
  ["an unknown case", `/cases/${unknown}`],
  ["a section of an unknown case", `/cases/${unknown}/opinion/assessment`],
])("the address of %s ends in a sentence and a way back", async (_what, address) => {
  const ingrid = await visit.enter("ingrid");
  await ingrid.page.goto(ingrid.origin + address);
  await ingrid.page.getByText("There is no such case, or you have no place in it.").waitFor();
  await ingrid.page.getByRole("link", { name: "Go to my cases" }).click();
  // This page has a title of its own: the next one's says where one has come.
  await ingrid.page.getByRole("heading", { level: 1, name: /^Good (morning|afternoon|evening)\./ }).waitFor();
  expect(new URL(ingrid.page.url()).pathname).toBe("/cases");
});

test("somebody else's case answers as if it were not there, and shows nothing of it", async () => {
  const [ngozi, ingrid] = await Promise.all([visit.enter("ngozi"), visit.enter("ingrid")]);
  const foreign = await caseOf(ingrid, oncology);
  await ngozi.page.goto(`${ngozi.origin}/cases/${foreign}/opinion/question`);
  await ngozi.page.getByText("There is no such case, or you have no place in it.").waitFor();
  expect(await ngozi.received.find(["Quintana", "metastases"])).toEqual([]);
});

test("an address that was cut off says so", async () => {
  const ingrid = await visit.enter("ingrid");
  await ingrid.page.goto(`${ingrid.origin}/cases/01ARZ3NDEK`);
  await ingrid.page.getByText("There is nothing at this address").waitFor();
  expect(await ingrid.page.getByRole("textbox").count()).toBe(0);
  await ingrid.page.goto(`${ingrid.origin}/nothing/here`);
  await ingrid.page.getByText("There is nothing at this address").waitFor();
});

test("the administrator has no case, and the blind specialist no draft", async () => {
  const [administrator, tomasz] = await Promise.all([visit.enter("administrator"), visit.enter("tomasz")]);
  await openList(administrator);
  await administrator.page.getByText("No case yet").waitFor();
  await tomasz.page.goto(`${tomasz.origin}/cases/${await caseOf(tomasz, spine)}/opinion/question`);
  await tomasz.page.getByRole("heading", { level: 1 }).waitFor();
  expect(
    await tomasz.received.find(["Prepared early by the lead", "whether the nerve in her back can be freed"]),
  ).toEqual([]);
});
