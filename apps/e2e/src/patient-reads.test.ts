import { expect, test } from "vitest";
import { caseOf, detailOf, oncology } from "./case-of.ts";
import { assessment, goToEnd, openOpinion, plainSummary, waitUntilSaved } from "./desk.ts";
import { journey } from "./journey.ts";
import { share } from "./sharing.ts";
import { chooseWords, openThread, threadWith, writeRemark } from "./words.ts";

const visit = journey();

/** Of the demo's draft and of what its clinicians wrote on it. None of it stands in a record or in the story. */
const secrets = {
  draft: [
    "parenchyma-sparing resection",
    "three liver tumours can be taken out",
    "intact capsule to the vein",
  ],
  threads: [
    "nobody has yet used the word cure",
    "Our surgeons do right hepatectomy",
    "The regional list is full",
  ],
};

test("before the draft is shared nothing of it reaches the patient's device; then she reads it, asks, and is answered live", async () => {
  const [ingrid, marisol] = await Promise.all([visit.enter("ingrid"), visit.enter("marisol")]);
  const caseId = await caseOf(ingrid, oncology);
  const [opinion] = (await detailOf(ingrid, caseId)).opinions;
  await marisol.page.goto(`${marisol.origin}/cases/${caseId}/opinion/plain`);
  await marisol.page.getByText("Before that nobody but the doctors can read it.").waitFor();

  const draft = await openOpinion(ingrid, oncology, assessment);
  await goToEnd(draft);
  await ingrid.page.keyboard.insertText(" A frightening half sentence.");
  await waitUntilSaved(ingrid.page);
  for (const _ of " A frightening half sentence.") await ingrid.page.keyboard.press("Backspace");
  await waitUntilSaved(ingrid.page);
  // She looks around: her home, her records, her messages.
  for (const room of ["", "/records", "/threads", "/opinion/plain"]) {
    await marisol.page.goto(`${marisol.origin}/cases/${caseId}${room}`);
    await marisol.page.getByRole("heading", { level: 1 }).waitFor();
  }
  expect(marisol.received.sockets()).toBeGreaterThan(0);
  expect(
    await marisol.received.find([
      ...secrets.draft,
      ...secrets.threads,
      "A frightening half",
      `opinion.${opinion?.id}`,
    ]),
  ).toEqual([]);

  await share(ingrid.page, "Patient", "As a version");
  const heading = "Your three liver tumours can be taken out, if one more scan agrees.";
  await marisol.page.getByRole("heading", { level: 1, name: heading }).waitFor();
  const quote = "It keeps about six sevenths of your liver.";
  await chooseWords(marisol.page.getByRole("main"), quote);
  await marisol.page.getByRole("button", { name: "Ask about this" }).click();
  await writeRemark(marisol.page, quote, { kind: "Question", words: "Is that enough to live on?" });

  await openOpinion(ingrid, oncology, plainSummary);
  const asked = await openThread(ingrid.page, "Is that enough to live on?");
  await asked.getByRole("textbox", { name: "Answer" }).fill("Yes, with room to spare.");
  await asked.getByRole("button", { name: "Answer", exact: true }).click();
  await marisol.page.getByText("Yes, with room to spare.").waitFor();

  // What is written after the version stays with the doctors.
  const plain = await openOpinion(ingrid, oncology, plainSummary);
  await goToEnd(plain);
  await ingrid.page.keyboard.insertText(" Not for her eyes yet.");
  await waitUntilSaved(ingrid.page);
  await marisol.page.reload();
  await marisol.page.getByText(/^A newer version is being written\./).waitFor();
  expect(
    await marisol.received.find([...secrets.threads, "A frightening half", "Not for her eyes yet"]),
  ).toEqual([]);

  await share(ingrid.page, "Patient", "Live");
  await marisol.page.getByText("Not for her eyes yet.").waitFor();
  await goToEnd(plain);
  await ingrid.page.keyboard.insertText(" We call you on Friday.");
  await marisol.page.getByText("We call you on Friday.").waitFor();
  expect(await threadWith(marisol.page, "nobody has yet used").count()).toBe(0);
  expect(await marisol.received.find([...secrets.threads, "A frightening half"])).toEqual([]);
});
