import { documentId, freezeDocument, openDatabase } from "@consilium/database";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { ask, caseOf, detailOf, oncology } from "./case-of.ts";
import { goToEnd, limitations, openOpinion, waitUntilSaved, typeAndKeep } from "./desk.ts";
import { journey } from "./journey.ts";
import { noNetwork } from "./received.ts";
import { offline } from "./visitor.ts";

const visit = journey({ expected: [noNetwork] });

/** As the signing command does it in its transaction; its ceremony is not part of this journey. */
async function sign(document: ReturnType<typeof documentId>): Promise<void> {
  const open = await openDatabase(visit.database ?? "");
  const frozen = await open.database.transaction((transaction) =>
    freezeDocument(transaction, { document, inputs: [], digest: "00".repeat(32), at: new Date() }),
  );
  await open.close();
  expect(frozen.outcome).toBe("frozen");
}

test("[SY-14] [SY-22] written without a connection while the opinion is signed: shown to its author, and deleted by them", async () => {
  const ingrid = await visit.enter("ingrid");
  const caseId = await caseOf(ingrid, oncology);
  const [opinion] = (await detailOf(ingrid, caseId)).opinions;
  const editor = await openOpinion(ingrid, oncology, limitations);
  await goToEnd(editor);
  await editor.pressSequentially(" In time.");
  await waitUntilSaved(ingrid.page);
  const back = await offline(ingrid.page);
  await typeAndKeep(ingrid.page, editor, " Thought of on the train.");
  await sign(documentId(caseId, `opinion.${opinion?.id}`));
  await back();
  const notice = ingrid.page.getByText("Opinion: what you wrote after it was closed is kept.");
  await notice.waitFor();
  const kept = ingrid.page.locator(".kept-notice blockquote");
  await kept.waitFor();
  expect(await kept.allTextContents()).toEqual(["Thought of on the train."]);
  await ingrid.page.getByRole("heading", { name: "Opinion", level: 1 }).waitFor();
  await ingrid.page.getByText("In time.").waitFor();
  expect(await faultsOf(ingrid.page)).toEqual([]);
  await ingrid.page.reload();
  await kept.waitFor();
  await ingrid.page.getByRole("button", { name: "Hide it" }).click();
  await kept.waitFor({ state: "hidden" });
  await ingrid.page.getByRole("button", { name: "Show it" }).click();
  await ingrid.page.getByRole("button", { name: "Delete it" }).click();
  await notice.waitFor({ state: "detached" });
  expect(await ask(ingrid, `/cases/${caseId}/late-drafts`)).toEqual({ items: [] });
});
