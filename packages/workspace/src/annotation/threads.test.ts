import {
  audiences,
  audiencesFor,
  formatDocumentName,
  type Audience,
  type LayerName,
  type Role,
} from "@consilium/clinical";
import { createSeededRandom, createUlid } from "@consilium/foundation";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { judgeUpdate } from "../admission/judge-update.ts";
import { limits } from "../admission/limits.ts";
import { vocabularyFor } from "../vocabulary/vocabulary.ts";
import { indexDocument } from "./document-index.ts";
import { type LayerWriter, writeLayer } from "./layer.ts";
import { makeAnchor } from "./make-anchor.ts";
import { block, writeBlocks } from "./testing/headless-editor.ts";
import { valueOf } from "./testing/value-of.ts";
import { assembleThreads, type Layer, openThreadBook } from "./thread-book.ts";
import type { Parties } from "./thread.ts";

const random = createSeededRandom(7);
let now = Date.UTC(2026, 10, 24, 9);
const hand = { clock: () => new Date((now += 60_000)), random };
const ulid = () => createUlid(now, random);

const seats = { patient: ulid(), referrer: ulid(), author: ulid(), colleague: ulid() };
const roleOf: Record<keyof typeof seats, Role> = {
  patient: "patient",
  referrer: "referrer",
  author: "specialist",
  colleague: "specialist",
};
type Who = keyof typeof seats;
const whos: readonly Who[] = ["patient", "referrer", "author", "colleague"];
const opinion = `opinion.${ulid()}` as const;

const parties: Parties = {
  seatOf: (id) => {
    const who = whos.find((one) => seats[one] === id);
    return who && { id, role: roleOf[who] };
  },
  authors: [seats.author],
  writersOf: () => [seats.author],
  isAccepted: () => false,
};
const reader = (who: Who) => ({ seatId: seats[who], audiences: audiencesFor(roleOf[who]) });

/** All layers of a case; a seat's layer for an audience exists from its first use. */
function openCase() {
  const layers = new Map<string, Layer>();
  const layer = (who: Who, audience: Audience): Layer => {
    const name: LayerName = { kind: "layer", seat: seats[who], target: opinion, audience };
    const key = formatDocumentName(name);
    const open = layers.get(key) ?? { name, doc: new Y.Doc() };
    layers.set(key, open);
    return open;
  };
  return {
    layers,
    layer,
    write: (who: Who, audience: Audience): LayerWriter => writeLayer(layer(who, audience).doc, hand),
    threadsFor: (who: Who) => assembleThreads(layers.values(), reader(who), parties),
  };
}

const place = { kind: "observation", record: ulid(), observation: "2039-6" } as const;
const idOf = (made: ReturnType<LayerWriter["reply"]>) => valueOf(made);

test("a comment, its replies and its resolution are one thread for all who may read them", () => {
  const { write, threadsFor } = openCase();
  const root = idOf(write("referrer", "clinicians").addComment(place, "Why sparing?"));
  write("author", "clinicians").reply(root, "Because of the remnant.");
  write("author", "clinicians").operate(root, { act: "resolve", count: 1 }, "");
  const [thread] = threadsFor("colleague");
  expect(thread).toMatchObject({
    id: root,
    kind: "comment",
    by: seats.referrer,
    audience: "clinicians",
    anchor: place,
    replies: [{ by: seats.author, body: "Because of the remnant." }],
    state: { is: "resolved", by: seats.author },
    count: 1,
  });
});

test("an aside to clinicians leaves no trace in what the patient sees", () => {
  const { write, threadsFor } = openCase();
  const root = idOf(write("patient", "everyone").addQuestion(place, "Does my liver grow back?"));
  const before = threadsFor("patient");
  write("colleague", "clinicians").reply(root, "Careful how we say this.");
  write("author", "clinicians").operate(root, { act: "answer", count: 5 }, "Only between us.");
  write("author", "clinicians").addComment(place, "Another matter");
  expect(threadsFor("patient")).toEqual(before);
  expect(threadsFor("author")).toMatchObject([{ replies: [{}, {}], state: { is: "open" }, count: 0 }, {}]);
});

test("a private note is its owner's alone", () => {
  const { write, threadsFor } = openCase();
  write("author", "private").addComment(place, "Ask Tom first");
  expect(threadsFor("author")).toHaveLength(1);
  expect(threadsFor("colleague")).toEqual([]);
});

test("a reply to more people than read the root is shown to nobody, nor one whose root is of another target", () => {
  const { write, layer, layers, threadsFor } = openCase();
  const root = idOf(write("referrer", "clinicians").addComment(place, "Between us"));
  write("author", "everyone").reply(root, "To all");
  const name = { ...layer("author", "clinicians").name, target: "story" } as const;
  const elsewhere = { name, doc: new Y.Doc() };
  layers.set(formatDocumentName(name), elsewhere);
  writeLayer(elsewhere.doc, hand).reply(root, "From the story");
  expect(threadsFor("referrer")).toMatchObject([{ id: root, replies: [] }]);
  expect(threadsFor("patient")).toEqual([]);
});

test("of two operations with the same counter the later seat's holds, for every reader", () => {
  const { write, threadsFor } = openCase();
  const root = idOf(write("referrer", "everyone").addComment(place, "Please look"));
  write("author", "everyone").operate(root, { act: "resolve", count: 1 }, "");
  write("referrer", "everyone").operate(root, { act: "reopen", count: 1 }, "");
  const state = seats.author > seats.referrer ? "resolved" : "open";
  for (const who of whos) expect(threadsFor(who)[0]?.state.is).toBe(state);
  write("referrer", "everyone").operate(root, { act: "reopen", count: 2 }, "");
  for (const who of whos) expect(threadsFor(who)[0]?.state.is).toBe("open");
});

test("nobody closes a patient's question in their place, whatever counter they write", () => {
  const { write, threadsFor } = openCase();
  const root = idOf(write("patient", "everyone").addQuestion(place, "Did it only half work?"));
  write("author", "everyone").operate(root, { act: "resolve", count: 900 }, "");
  expect(threadsFor("patient")[0]).toMatchObject({ state: { is: "open" }, count: 0 });
  write("referrer", "everyone").operate(root, { act: "answer", count: 1 }, "“Partial” is the doctors’ word.");
  expect(threadsFor("patient")[0]).toMatchObject({ state: { is: "answered", by: seats.referrer } });
  write("patient", "everyone").operate(root, { act: "resolve", count: 2 }, "");
  expect(threadsFor("author")[0]).toMatchObject({ state: { is: "resolved", by: seats.patient } });
});

test("one's own words can be edited and taken back; what is empty or too long is not written", () => {
  const { write, threadsFor } = openCase();
  const mine = write("author", "everyone");
  const root = idOf(mine.addComment(place, "First"));
  mine.edit(root, "Second");
  expect(threadsFor("patient")).toMatchObject([{ body: "Second" }]);
  expect(mine.addComment(place, "  ")).toEqual({ ok: false, reason: "no-words" });
  expect(mine.reply(root, "a".repeat(10_001))).toEqual({ ok: false, reason: "too-long" });
  expect(mine.operate(root, { act: "answer", count: 1 }, "")).toEqual({ ok: false, reason: "no-words" });
  mine.takeBack(root);
  expect(threadsFor("patient")).toEqual([]);
  expect(mine.edit(root, "Third")).toEqual({ ok: false, reason: "not-there" });
});

test("what another app wrote wrongly is left out, and a place that this app does not know keeps its thread", () => {
  const { layer, threadsFor } = openCase();
  const entries = layer("author", "everyone").doc.getMap<unknown>("a");
  const entry = (fields: Record<string, unknown>) =>
    entries.set(
      ulid(),
      new Y.Map(Object.entries({ kind: "comment", body: "x", created: "2026-11-24T09:00:00Z", ...fields })),
    );
  entry({ kind: "shout" });
  entry({ created: "yesterday" });
  entry({ kind: "reply", replyTo: "nobody" });
  entry({ kind: "comment", replacement: "y" });
  entries.set(ulid(), "no map");
  entries.set("no-ulid", new Y.Map([["kind", "comment"]]));
  entry({ target: { kind: "slide", x: 4 } });
  expect(threadsFor("patient")).toMatchObject([{ body: "x", anchor: undefined }]);
});

test("the gate admits everything that a layer's writer writes", () => {
  const { layer, write } = openCase();
  const { doc } = layer("author", "everyone");
  const opinionDoc = new Y.Doc();
  writeBlocks(opinionDoc.getXmlFragment("s.findings"), [
    block("no evidence, no evidence, no evidence of recurrence"),
  ]);
  const anchor = makeAnchor(indexDocument(opinionDoc), { section: "findings" }, 0, 11);
  const mine = write("author", "everyone");
  const root = idOf(mine.suggest(valueOf(anchor), "no sign", "Shorter"));
  mine.operate(root, { act: "decline", count: 1 }, "No");
  mine.edit(root, "Still shorter");
  const judged = judgeUpdate(new Y.Doc(), Y.encodeStateAsUpdate(doc), {
    vocabulary: vocabularyFor("layer"),
    longest: limits.answerBytes,
    mayUse: () => true,
  });
  expect(judged.fate).toBe("admit");
});

const acts = fc.array(
  fc.record({
    who: fc.constantFrom(...whos),
    audience: fc.constantFrom(...audiences),
    act: fc.constantFrom("comment", "question", "reply", "resolve", "reopen", "answer", "takeBack", "edit"),
    root: fc.nat(),
    count: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 40 },
);
type Act = typeof acts extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

/** One act by any seat in any of its layers, its own client's rules ignored. */
function perform(
  { write }: ReturnType<typeof openCase>,
  known: { id: string; who: Who; audience: Audience }[],
  { who, audience, act, root, count }: Act,
) {
  const mine = write(who, audience);
  const target = known[root % Math.max(1, known.length)];
  if (act === "comment" || act === "question") {
    const id = idOf(act === "comment" ? mine.addComment(place, "c") : mine.addQuestion(place, "q"));
    known.push({ id, who, audience });
  } else if (!target) return;
  else if (act === "reply") known.push({ id: idOf(mine.reply(target.id, "r")), who, audience });
  else if (act === "takeBack") write(target.who, target.audience).takeBack(target.id);
  else if (act === "edit") write(target.who, target.audience).edit(target.id, "e");
  else mine.operate(target.id, { act, count }, "o");
}

test("whatever clinicians write among themselves, the patient's threads stay the same", () => {
  fc.assert(
    fc.property(acts, (all) => {
      const [whole, heard] = [openCase(), openCase()];
      const known: { id: string; who: Who; audience: Audience }[] = [];
      for (const act of all) perform(whole, known, act);
      for (const [key, layer] of whole.layers)
        if (layer.name.audience === "everyone" || layer.name.seat === seats.patient)
          heard.layers.set(key, layer);
      expect(whole.threadsFor("patient")).toEqual(
        assembleThreads(
          [...heard.layers.values()].filter(({ name }) => name.audience !== "clinicians"),
          { seatId: seats.patient, audiences: audiencesFor("patient") },
          parties,
        ),
      );
      for (const thread of whole.threadsFor("patient"))
        for (const { audience } of [thread, ...thread.replies]) expect(audience).not.toBe("clinicians");
    }),
  );
});

test("threads kept while layers change are those assembled anew, and untouched ones stay the same objects", () => {
  fc.assert(
    fc.property(acts, fc.constantFrom(...whos), (all, who) => {
      const open = openCase();
      const book = openThreadBook(reader(who), parties);
      for (const one of whos) for (const audience of audiences) book.add(open.layer(one, audience));
      const known: { id: string; who: Who; audience: Audience }[] = [];
      for (const act of all) {
        const before = new Map(book.threads().map((thread) => [thread.key, thread]));
        perform(open, known, act);
        const fresh = open.threadsFor(who);
        expect(book.threads()).toEqual(fresh);
        const touched = book.threads().filter((thread) => before.get(thread.key) !== thread);
        expect(new Set(touched.map(({ id }) => id)).size).toBeLessThanOrEqual(1);
      }
      book.remove(open.layer("author", "everyone").name);
      open.layers.delete(formatDocumentName(open.layer("author", "everyone").name));
      expect(book.threads()).toEqual(open.threadsFor(who));
    }),
    { numRuns: 60 },
  );
});

test("a mark may be without words, a comment may not; both may be too long", () => {
  const layer = writeLayer(new Y.Doc(), hand);
  const target = { kind: "record-place", record: ulid(), place: "one" } as const;
  expect(layer.addMark("measure", target, "").ok).toBe(true);
  expect(layer.addComment(target, " ")).toEqual({ ok: false, reason: "no-words" });
  expect(layer.addMark("mark", target, "a".repeat(10_001))).toEqual({ ok: false, reason: "too-long" });
});
