import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import type { DemoServer } from "../measuring/demo-server.ts";
import { enter } from "../web/browser.ts";

export interface InConference {
  /** Who shows it to all. */
  readonly presenter: Page;
  readonly follower: Page;
}

const Called = z.object({ conference: z.string() });

/** Two clinicians in one conference on a case, without cameras; one shows a study of this title, the other sees it as they do. */
export async function bothInConference(
  browser: Browser,
  server: DemoServer,
  caseId: string,
  study: string,
): Promise<InConference> {
  const { page: presenter } = await enter(browser, server, "specialist");
  const { page: follower } = await enter(browser, server, "referrer");
  const called = await follower.request.post(`${server.origin}/api/cases/${caseId}/conferences`, {
    data: { startsAt: null, minutes: 30, invited: [] },
    headers: { origin: server.origin },
  });
  const { conference } = Called.parse(await called.json());
  for (const page of [presenter, follower]) {
    await page.goto(`${server.origin}/cases/${caseId}/conference/${conference}`);
    await page.getByRole("button", { name: "Go in without camera" }).click();
  }
  await presenter.getByRole("button", { name: "Present", exact: true }).click();
  await presenter.getByRole("button", { name: study }).click();
  for (const page of [presenter, follower]) {
    await page
      .getByText(/^Slice \d+ of \d+$/)
      .first()
      .waitFor();
    // All slices have come: what is measured is the way, not the fetching.
    await page.waitForLoadState("networkidle");
  }
  return { presenter, follower };
}
