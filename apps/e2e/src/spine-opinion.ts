import { chosen } from "./chosen.ts";
import { findings, goToEnd, limitations, plainSummary, section, waitUntilSaved } from "./desk.ts";
import type { Visitor } from "./visitor.ts";
import { chooseWords } from "./words.ts";
import { addItem, answerQuestion, fillTemplate, writeAtEnd, writeIn } from "./write-opinion.ts";

const recommendations = { address: "recommendations", name: "Recommendations" };

/** A specialist writes it all but the owner of the second recommendation. The record that shows the finding lies beside. */
export async function writeSpineOpinion({ page, origin }: Visitor, caseId: string): Promise<void> {
  await page.goto(`${origin}/cases/${caseId}/opinion/question`);
  const bottomLine = section(page, "Bottom line");
  await bottomLine.waitFor();
  await writeAtEnd(bottomLine, "The left L5 root is pressed. Nothing has to be fused.");
  await fillTemplate(page, limitations, ["from May; the pain has grown since", "not there"]);
  await addItem(page, findings, {
    button: "Add a finding",
    name: "Finding 1",
    main: "Text",
    words: "The left L5 root conducts slowly ",
    facts: { Examination: "Nerve conduction", Where: "L5 left", "First reading": "Not looked at" },
    choices: { "Against it": "Minor difference" },
  });
  await showEvidence(page);
  await answerQuestion(page, { address: "answers", name: "Answers" }, 1, "Yes. One level is enough.");
  await recommend(page);
  await writeIn(
    page,
    plainSummary,
    "A nerve in your back is pressed. A small operation can free it. Nothing has to be joined with screws.",
  );
  await waitUntilSaved(page);
}

/** Of the first finding: words of the newest record. */
async function showEvidence(page: Visitor["page"]): Promise<void> {
  await page.getByRole("link", { name: "Records beside the text" }).click();
  const paper = page.locator('.paper-page[data-page="1"] .paper-words');
  await paper.getByText("The left L5 root").waitFor();
  const finding = section(page, "Finding 1, Text");
  await goToEnd(finding);
  await chooseWords(paper, "conducts slowly");
  await chosen(page).getByRole("button", { name: "Link as evidence" }).click();
  await finding.locator("a.evidence").waitFor();
  await page.getByRole("link", { name: "Only the text" }).click();
  await page.getByRole("navigation", { name: "Sections" }).waitFor();
}

async function recommend(page: Visitor["page"]): Promise<void> {
  await addItem(page, recommendations, {
    button: "Add a source",
    name: "Source 1",
    main: "Title",
    words: "Surgical versus nonsurgical therapy for lumbar spinal stenosis",
    facts: {
      Authors: "Weinstein JN",
      "Published in": "N Engl J Med",
      Year: "2008",
      DOI: "10.1056/nejmoa0707136",
    },
  });
  await addItem(page, recommendations, {
    button: "Add a recommendation",
    name: "Recommendation 1",
    main: "What to do",
    words: "Decompress L4 and L5 on the left, without fusion.",
    choices: { Owner: "Dr Adaeze Okonkwo", Urgency: "Soon", Strength: "Strong", Certainty: "Moderate" },
  });
  await page.getByRole("group", { name: "Recommendation 1, Sources" }).getByRole("button").click();
  await addItem(page, recommendations, {
    button: "Add a recommendation",
    name: "Recommendation 2",
    main: "What to do",
    words: "Walk each day, with a physiotherapist in the first weeks.",
    choices: { Urgency: "Routine", Strength: "Conditional", Certainty: "Low" },
  });
}
