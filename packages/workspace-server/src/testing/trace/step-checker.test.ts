import { beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import type { Row } from "../../durable-log/durable-log.ts";
import type { Step } from "../../step.ts";
import { opinionDocument as document } from "../test-ports.ts";
import { createStepChecker, type StepChecker } from "./step-checker.ts";

const heads = { epoch: 1, authority: 1 };
const process = {};
const ada = {};
const ben = {};
let checker: StepChecker;
let doc: Y.Doc;
let sequence: number;

beforeEach(() => {
  checker = createStepChecker();
  doc = new Y.Doc();
  doc.clientID = 1;
  sequence = 0;
});

type Bare<One> = One extends { readonly document: unknown } ? Omit<One, "document"> : never;
const take = (step: Bare<Step>, by: object = process): string | undefined =>
  checker.take(by, { document, ...step });

/** What one act brought to the document. */
function act(change: () => void): Row {
  const from = Y.getState(doc.store, 1);
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array) => void updates.push(update);
  doc.on("update", keep);
  doc.transact(change);
  doc.off("update", keep);
  const to = Y.getState(doc.store, 1);
  const clocks = to > from ? [{ client: 1, from, to }] : [];
  return { bytes: updates[0] ?? new Uint8Array([0, 0]), seat: "s", person: "p", clocks, at: new Date(0) };
}
const write = (letter: string): Row => act(() => doc.getText("t").insert(0, letter));
const erase = (): Row => act(() => doc.getText("t").delete(0, 1));

const load = (by: object = process) => take({ kind: "loaded", sequence, ...heads }, by);
const admit = (row: Row, count: number, session = ada, isNew = true) =>
  take({ kind: "admitted", session, count, frame: row.bytes, row: isNew ? row : undefined });
const send = (...rows: readonly Row[]) => take({ kind: "sent", rows, ...heads });
const commit = (row: Row, now = heads) => {
  sequence += 1;
  return checker.committed(document, { ...row, sequence }, now);
};
const answer = (first: number) => take({ kind: "answered", result: { outcome: "ok", sequence: first } });
const announce = (row: Row, at: number) => take({ kind: "announced", sequence: at, bytes: row.bytes });
const saved = (count: number, session = ada) => take({ kind: "saved", session, count });

test("[SY-1] [SY-2] [SY-3] the way of a keystroke is allowed", () => {
  const row = write("a");
  const steps = [load(), admit(row, 1), send(row), commit(row), answer(1), announce(row, 1), saved(1)];
  expect(steps.filter((wrong) => wrong !== undefined)).toEqual([]);
  expect(checker.steps).toBe(7);
});

test("[SY-3] saved before it is committed is not", () => {
  const row = write("a");
  load();
  admit(row, 1);
  send(row);
  expect(saved(1)).toMatch(/message 1 was called saved: 1:0\+1 is not committed/);
});

test("[SY-6] what adds nothing to what is admitted is not saved before that is", () => {
  const [row, gone] = [write("a"), erase()];
  load();
  for (const [at, one] of [row, gone].entries()) admit(one, at + 1);
  admit(gone, 1, ben, false);
  send(row, gone);
  commit(row);
  expect(saved(1, ben)).toMatch(/the deletion of 1:0\+1 is not committed/);
  admit(gone, 2, ben, false);
  commit(gone);
  expect(saved(2, ben)).toBeUndefined();
});

test("[SY-1] announced before it is committed is not", () => {
  const row = write("a");
  load();
  admit(row, 1);
  send(row);
  expect(announce(row, 1)).toMatch(/announced before it was committed/);
});

test("[SY-1] something else than the row is not announced in its place", () => {
  const [row, other] = [write("a"), write("b")];
  load();
  admit(row, 1);
  send(row);
  commit(row);
  expect(announce(other, 1)).toMatch(/was announced: 1:1\+1 is not committed/);
});

test("[SY-2] one group is with the log, and it is the head of the queue", () => {
  const [one, two] = [write("a"), write("b")];
  load();
  admit(one, 1);
  admit(two, 2);
  expect(send(two)).toMatch(/not the head of the queue/);
  expect(send(one)).toMatch(/another one was with the log/);
});

test("[SY-4] [SY-5] a row that is called committed and is not; one that nobody sent; one that is read or loaded too early", () => {
  const [one, two] = [write("a"), write("b")];
  load();
  admit(one, 1);
  send(one);
  expect(answer(1)).toMatch(/called committed and is not/);
  commit(one);
  expect(commit(two)).toMatch(/sent by nobody/);
  expect(take({ kind: "read-on", sequence: 7 })).toMatch(/read after/);
  sequence = 9;
  expect(load()).toMatch(/row 9 was loaded, and the log has 1/);
});

test("[SY-11] no clock of an id is in the log twice", () => {
  const [one, two] = [write("a"), write("b")];
  load();
  for (const [at, row] of [one, two].entries()) admit(row, at + 1);
  send(one, two);
  commit(one);
  expect(commit({ ...two, clocks: [{ client: 1, from: 0, to: 2 }] })).toMatch(/clock 0 of 1 again/);
});

test("[SY-12] what another process logged is read before one's own row after it is told", () => {
  const [one, two] = [write("a"), write("b")];
  const other = {};
  load();
  load(other);
  checker.take(other, { kind: "admitted", document, session: ben, count: 1, frame: one.bytes, row: one });
  checker.take(other, { kind: "sent", document, rows: [one], ...heads });
  admit(two, 1);
  send(two);
  commit(one);
  commit(two);
  answer(2);
  expect(announce(two, 2)).toMatch(/row 2 was announced and row 1 not read/);
});

test("[SY-20] [SY-22] nothing is committed, or sent, under another authority or epoch than it was admitted under", () => {
  const [one, two] = [write("a"), write("b")];
  load();
  admit(one, 1);
  expect(take({ kind: "sent", rows: [one], epoch: 1, authority: 2 })).toMatch(/another epoch or authority/);
  admit(two, 2);
  expect(commit(one, { epoch: 1, authority: 1 })).toMatch(/another epoch or authority than the log's/);
});

test("[SY-4] after a document is loaded again what was thrown away is owed until the log has it", () => {
  const row = write("a");
  load();
  admit(row, 1);
  load();
  expect(saved(1)).toMatch(/is not committed/);
  expect(take({ kind: "saved", session: ada, count: 1 }, {})).toMatch(/not loaded/);
});

test("[SY-3] messages of a session are counted upwards", () => {
  const [one, two] = [write("a"), write("b")];
  load();
  admit(one, 2);
  expect(admit(two, 2)).toMatch(/after message 2/);
});
