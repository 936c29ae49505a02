import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import type { KeptFrame } from "./saved-state.ts";
import { closeChannels, elsewhere, FakeServer } from "./testing/fake-server.ts";
import {
  breathe,
  closePages,
  documentName,
  openPage,
  openSnapshot,
  type Page,
  settle,
  useTestTimers,
} from "./testing/world.ts";

let server: FakeServer;
beforeEach(() => {
  useTestTimers();
  server = new FakeServer();
});
afterEach(closePages);

const stored = () => server.document(documentName);
const statusOf = ({ document }: Page) => document.snapshot.getSnapshot().status;
const phaseOf = ({ document }: Page) => document.snapshot.getSnapshot().phase;

function type(page: Page, words: string): void {
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(words)]);
  const section = openSnapshot(page).doc.getXmlFragment("s.summary");
  section.insert(section.length, [paragraph]);
}
const textOf = (doc: Y.Doc): string =>
  Y.XmlFragment.prototype.toString.call(doc.getXmlFragment("s.summary")).replace(/<[^>]*>/g, "|");

async function opened(kept?: Map<string, KeptFrame>): Promise<Page> {
  const page = openPage(server, kept ? { kept } : {});
  await settle(server, [page]);
  return page;
}

/** The waits of y-websocket and of the connection pass, and what follows happens. */
async function later(pages: readonly Page[], milliseconds = 11_000, commit = true): Promise<void> {
  vi.advanceTimersByTime(milliseconds);
  await settle(server, pages, commit);
  vi.advanceTimersByTime(400);
  await settle(server, pages, commit);
}

describe("opening", () => {
  test("[SY-7] a document that was all here stays so while the connection is away: its person goes on writing", async () => {
    const page = await opened();
    expect(openSnapshot(page).synced).toBe(true);
    page.line.cut();
    await settle(server, [page]);
    expect(openSnapshot(page)).toMatchObject({ synced: true, mayWrite: true });
  });

  test("[SY-11] the document bears the leased id from its first moment, and a reconnect names it", async () => {
    const page = await opened();
    const { doc, awareness } = openSnapshot(page);
    expect(doc.clientID).toBe(1001);
    expect(awareness.clientID).toBe(1001);
    page.line.cut();
    await later([page]);
    expect(openSnapshot(page).doc).toBe(doc);
    expect(server.nextClientId).toBe(1001);
  });

  test("nothing can be written before the server has answered", async () => {
    const page = openPage(server);
    page.line.reachable = false;
    page.line.cut();
    await settle(server, [page]);
    expect(phaseOf(page)).toBe("opening");
  });

  test("terms that change while the channel is open are told", async () => {
    const page = await opened();
    expect(openSnapshot(page).mayWrite).toBe(true);
    stored().readOnly = "paused";
    stored().epoch = 2;
    server.announce(stored());
    await settle(server, [page]);
    expect(openSnapshot(page)).toMatchObject({ mayWrite: false, reason: "paused", epoch: 2 });
  });
});

describe("what is said about saving", () => {
  test("[SY-3] saving until the acknowledgement, then saved at that time", async () => {
    const page = await opened();
    expect(statusOf(page)).toEqual({ state: "saved", at: undefined });
    type(page, "14 mm");
    expect(statusOf(page)).toEqual({ state: "saving" });
    await settle(server, [page], false);
    expect(statusOf(page)).toEqual({ state: "saving" });
    await settle(server, [page]);
    expect(statusOf(page)).toEqual({ state: "saved", at: new Date() });
    expect(textOf(stored().committed)).toBe("|14 mm|");
  });

  test("[SY-3] offline: the number of changes kept; after the reconnect all of it is saved", async () => {
    const page = await opened();
    page.line.reachable = false;
    page.line.cut();
    type(page, "one");
    type(page, "two");
    expect(statusOf(page)).toEqual({ state: "kept", count: 2 });
    page.line.reachable = true;
    await later([page]);
    expect(statusOf(page).state).toBe("saved");
    expect(textOf(stored().committed)).toBe("|one||two|");
  });

  test("[SY-14] what the server holds is kept and tried again", async () => {
    const page = await opened();
    stored().fate = { fate: "hold", reason: "log-unavailable" };
    type(page, "held");
    await settle(server, [page]);
    expect(statusOf(page)).toEqual({ state: "kept", count: 1 });
    stored().fate = undefined;
    server.throwAway(stored());
    await settle(server, [page]);
    expect(statusOf(page).state).toBe("saved");
    expect(textOf(stored().committed)).toBe("|held|");
  });

  test("[SY-12] a gap is asked for, and the answer repairs it", async () => {
    const page = await opened();
    type(page, "one");
    page.line.deliverUp();
    stored().admitted = new Y.Doc();
    stored().queue.length = 0;
    type(page, "two");
    await settle(server, [page]);
    expect(stored().gaps).toBe(1);
    expect(statusOf(page).state).toBe("saved");
    expect(textOf(stored().committed)).toBe("|one||two|");
  });

  test("a message of more than 64 KiB is one write message in parts", async () => {
    const page = await opened();
    type(page, "x".repeat(300_000));
    await settle(server, [page]);
    expect(server.heard().filter((kind) => kind === "part")).toHaveLength(5);
    expect(statusOf(page).state).toBe("saved");
    expect(textOf(stored().committed)).toHaveLength(300_002);
  });
});

describe("what is not taken", () => {
  test("[SY-14] [SY-22] late: typing ends at once; the copy goes only when the server has all of it as a late draft", async () => {
    const page = await opened();
    type(page, "before the signature");
    type(page, " and after it");
    stored().fate = { fate: "late", reason: "signed" };
    stored().readOnly = "signed";
    server.announce(stored());
    page.line.deliverUp();
    while (page.line.deliverDown());
    expect(openSnapshot(page)).toMatchObject({
      mayWrite: false,
      reason: "signed",
      status: { state: "saving" },
    });
    const { doc } = openSnapshot(page);
    await settle(server, [page]);
    expect(statusOf(page)).toEqual({ state: "not-saved", fate: "late", reason: "signed", text: [] });
    expect(openSnapshot(page).doc).not.toBe(doc);
    const draft = new Y.Doc();
    for (const update of stored().lateDraft) Y.applyUpdate(draft, update);
    expect(textOf(draft)).toBe("|before the signature|| and after it|");
    expect(textOf(openSnapshot(page).doc)).toBe("");
    page.document.dismissNotice();
    expect(statusOf(page).state).toBe("saved");
  });

  test("[SY-22] written offline before the signature: the answer makes it a late draft", async () => {
    const page = await opened();
    page.line.cut();
    type(page, "on the train");
    stored().fate = { fate: "late", reason: "signed" };
    stored().readOnly = "signed";
    await later([page]);
    expect(statusOf(page)).toMatchObject({ state: "not-saved", fate: "late" });
    expect(stored().lateDraft).toHaveLength(1);
  });

  test("[SY-14] reset: the copy is dropped, and the words inserted since are given back by section", async () => {
    const page = await opened();
    type(page, "saved");
    await settle(server, [page]);
    stored().fate = { fate: "reset", reason: "foreign-content" };
    type(page, "lost words");
    await settle(server, [page]);
    const text = [{ root: "s.summary", text: "lost words" }];
    expect(statusOf(page)).toEqual({ state: "not-saved", fate: "reset", reason: "foreign-content", text });
    expect(textOf(openSnapshot(page).doc)).toBe("|saved|");
    stored().fate = undefined;
    type(page, "again");
    await settle(server, [page]);
    expect(textOf(stored().committed)).toBe("|saved||again|");
  });

  test("[SY-14] [SY-20] revoked while offline: not saved, with the text; nothing is kept", async () => {
    const kept = new Map<string, KeptFrame>();
    const page = await opened(kept);
    page.line.cut();
    type(page, "too late");
    expect(kept.size).toBe(1);
    vi.advanceTimersByTime(11_000);
    await breathe();
    while (page.line.deliverDown());
    while (page.line.deliverUp());
    closeChannels(stored(), 4403, "seat-ended");
    await settle(server, [page]);
    const text = [{ root: "s.summary", text: "too late" }];
    expect(page.document.snapshot.getSnapshot()).toEqual({
      phase: "ended",
      code: 4403,
      reason: "seat-ended",
      status: { state: "not-saved", fate: "reset", reason: "seat-ended", text },
    });
    expect(kept.size).toBe(0);
  });

  test("[SY-7] an expired session ends the document and keeps what was not saved for the next sign-in", async () => {
    const kept = new Map<string, KeptFrame>();
    const page = await opened(kept);
    type(page, "typed");
    for (const end of server.ends) end.close(4401, "session-ended");
    while (page.line.deliverDown());
    expect(page.document.snapshot.getSnapshot()).toMatchObject({ phase: "ended", code: 4401 });
    expect(statusOf(page)).toEqual({ state: "kept", count: 1 });
    expect(kept.size).toBe(1);
    const dialled = page.line.dialled;
    await later([page], 60_000);
    expect(page.line.dialled).toBe(dialled);
    const next = await opened(kept);
    expect(textOf(stored().committed)).toBe("|typed|");
    expect(statusOf(next).state).toBe("saved");
  });

  test("[SY-14] revoked before the page was loaded again: what was kept is given back as text, and goes", async () => {
    const kept = new Map<string, KeptFrame>();
    const before = await opened(kept);
    before.line.reachable = false;
    before.line.cut();
    type(before, "kept words");
    before.document.close();
    const after = openPage(server, { kept });
    for (const end of server.ends) end.close(4403, "seat-ended");
    await settle(server, [after]);
    const text = [{ root: "", text: "kept words" }];
    expect(statusOf(after)).toEqual({ state: "not-saved", fate: "reset", reason: "seat-ended", text });
    expect(kept.size).toBe(0);
  });

  test("[SY-16] a document that could not be loaded yet is asked for again", async () => {
    const page = openPage(server);
    stored().unavailable = true;
    await settle(server, [page]);
    expect(phaseOf(page)).toBe("opening");
    stored().unavailable = false;
    await later([page]);
    expect(phaseOf(page)).toBe("open");
  });

  test("writing may no longer be done under that seat: kept frames are given back as text", async () => {
    const kept = new Map<string, KeptFrame>();
    const page = await opened(kept);
    page.line.reachable = false;
    page.line.cut();
    type(page, "kept");
    stored().readOnly = "no-right";
    page.line.reachable = true;
    await later([page]);
    expect(statusOf(page)).toMatchObject({ state: "not-saved", fate: "reset", reason: "no-right" });
    expect(kept.size).toBe(0);
  });
});

describe("a page that is loaded again", () => {
  test("[SY-7] frames kept by the page before ride on the first answer, and are forgotten when saved", async () => {
    const kept = new Map<string, KeptFrame>();
    const before = await opened(kept);
    before.line.reachable = false;
    before.line.cut();
    type(before, "kept one");
    type(before, "kept two");
    before.document.close();
    const after = openPage(server, { kept });
    await settle(server, [after], false);
    expect(statusOf(after)).toEqual({ state: "saving" });
    expect(kept.size).toBe(2);
    await settle(server, [after]);
    expect(statusOf(after).state).toBe("saved");
    expect(kept.size).toBe(0);
    expect(textOf(stored().committed)).toBe("|kept one||kept two|");
  });
});

describe("an id that Yjs gave away by itself", () => {
  test("[SY-11] the document is opened again under a new lease", async () => {
    const page = await opened();
    const { doc } = openSnapshot(page);
    const other = new Y.Doc();
    other.clientID = doc.clientID;
    other.getXmlFragment("s.plain").insert(0, [new Y.XmlElement("paragraph")]);
    stored().queue.push({ channel: elsewhere, update: Y.encodeStateAsUpdate(other) });
    await settle(server, [page]);
    expect(openSnapshot(page).doc).not.toBe(doc);
    expect(openSnapshot(page).doc.clientID).toBe(1002);
    Y.applyUpdate(stored().admitted, Y.encodeStateAsUpdate(stored().committed));
    type(page, "mine");
    await settle(server, [page]);
    expect(statusOf(page).state).toBe("saved");
    expect(textOf(stored().committed)).toBe("|mine|");
    expect(page.faults).toEqual([]);
  });
});
