import { expect, test } from "vitest";
import { caseOf, oncology } from "./case-of.ts";
import { callNow, goIn, letIn, openDoor, untilSeen } from "./in-call.ts";
import { journey } from "./journey.ts";
import { hasMediaServer } from "./media-call.ts";
import { mediaSettings, untilVideo } from "./media-settings.ts";
import { noNetwork } from "./received.ts";
import { desk, telephone } from "./viewports.ts";

const visit = journey({
  database: "own",
  settings: () => Promise.resolve(mediaSettings),
  devices: "fake",
  expected: [noNetwork],
});

test.skipIf(!hasMediaServer)(
  "the server is killed in mid-call and started again: all are where they were, see each other, and nobody had to do anything",
  async () => {
    const [adaeze, marisol] = await Promise.all([
      visit.enter("adaeze", desk),
      visit.enter("marisol", telephone),
    ]);
    const caseId = await caseOf(adaeze, oncology);
    await untilVideo(visit.server.origin);
    const conference = await callNow(adaeze, caseId);
    await openDoor(adaeze, caseId, conference);
    await goIn(adaeze.page, "Go in");
    await letIn(adaeze, marisol, caseId, conference);
    await untilSeen(adaeze.page, /^Picture of Marisol Quintana/);
    await untilSeen(marisol.page, /^Picture of Dr Adaeze/);
    await marisol.page.getByRole("button", { name: "I have a question" }).click();
    await adaeze.page.getByText("Hand up").waitFor();

    await visit.server.kill();
    await visit.server.startAgain();
    await untilVideo(visit.server.origin);
    await untilSeen(adaeze.page, /^Picture of Marisol Quintana/);
    await untilSeen(marisol.page, /^Picture of Dr Adaeze/);
    // In, and not before the door again.
    expect(await adaeze.page.getByRole("button", { name: "Admit Marisol Quintana" }).count()).toBe(0);
    expect(await marisol.page.getByRole("heading", { name: "You are waiting to be let in" }).count()).toBe(0);
  },
  180_000,
);
