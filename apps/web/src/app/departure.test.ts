// @vitest-environment node
import { beforeEach, expect, test, vi } from "vitest";

/** A tab of its own: the module keeps the state of one. */
async function openTab() {
  vi.resetModules();
  const tab = await import("./departure.ts");
  const seen: string[] = [];
  tab.onDeparture((now) => void seen.push(now));
  return { ...tab, seen };
}

let isSignedIn = true;
beforeEach(() => {
  isSignedIn = true;
});

test("[SY-25] the server is asked to end the session when every other tab has closed what it held", async () => {
  const [mine, theirs] = [await openTab(), await openTab()];
  const order: string[] = [];
  theirs.followOtherTabs(() => Promise.resolve(isSignedIn));
  const closed = theirs.stayOpen();
  theirs.onDeparture((now) => {
    if (now !== "leaving") return;
    order.push("closed");
    closed();
  });
  await mine.departEverywhere(() => {
    order.push("asked");
    isSignedIn = false;
    return Promise.resolve(true);
  });
  expect(order).toEqual(["closed", "asked"]);
  expect(mine.seen).toEqual(["leaving", "signed-out"]);
  await vi.waitFor(() => expect(theirs.seen).toEqual(["leaving", "signed-out"]));
});

test("where the server does not end it, every tab comes back", async () => {
  const [mine, theirs] = [await openTab(), await openTab()];
  theirs.followOtherTabs(() => Promise.resolve(isSignedIn));
  await mine.departEverywhere(() => Promise.resolve(false));
  expect(mine.seen).toEqual(["leaving", "refused"]);
  await vi.waitFor(() => expect(theirs.seen).toEqual(["leaving", "here"]));
});

test("a tab that hangs keeps nobody signed in", async () => {
  const [mine, theirs] = [await openTab(), await openTab()];
  const closed = theirs.stayOpen();
  vi.spyOn(AbortSignal, "timeout").mockReturnValue(AbortSignal.abort());
  await mine.departEverywhere(() => Promise.resolve(true));
  expect(mine.seen).toEqual(["leaving", "signed-out"]);
  closed();
});
