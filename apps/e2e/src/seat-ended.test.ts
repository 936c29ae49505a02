import { expect, test } from "vitest";
import { caseOf, detailOf, oncology, tell } from "./case-of.ts";
import { findings, goToEnd, openOpinion, textInLog } from "./desk.ts";
import { journey } from "./journey.ts";
import { answered } from "./received.ts";

const visit = journey({ expected: [answered(403), answered(404)] });

test("[SY-20] a seat is ended while its specialist types: the case leaves the screen, later words never reach the log", async () => {
  const [ingrid, tomasz, joana] = await Promise.all([
    visit.enter("ingrid"),
    visit.enter("tomasz"),
    visit.enter("joana"),
  ]);
  const caseId = await caseOf(ingrid, oncology);
  const { seat } = await detailOf(tomasz, caseId);
  const editor = await openOpinion(tomasz, oncology, findings);
  await goToEnd(editor);
  await editor.pressSequentially(" Written in time.");
  await tomasz.page
    .getByText(/^Saved \d/)
    .first()
    .waitFor();
  const ended = await tell(joana, `/cases/${caseId}/seats/${seat.id}/end`);
  expect(ended.status()).toBe(200);
  await tomasz.page.keyboard.insertText(" Written too late.");
  await tomasz.page.getByText("You can no longer see this case").waitFor();
  expect(await tomasz.page.getByText("Written in time.").count()).toBe(0);
  const log = await textInLog(ingrid, oncology, findings);
  expect(log).toContain("Written in time.");
  expect(log).not.toContain("Written too late.");
  await tomasz.page.reload();
  await tomasz.page.getByText("Your part in this case has ended.").waitFor();
});
