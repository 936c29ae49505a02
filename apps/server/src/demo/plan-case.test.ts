import { type CaseFacts, documentAccess, formatDocumentName } from "@consilium/clinical";
import {
  assembleThreads,
  evidenceOf,
  indexDocument,
  itemsOf,
  judgeUpdate,
  limits,
  markdownToRichText,
  readFragment,
  resolveTextAnchor,
  type Thread,
  vocabularyFor,
} from "@consilium/workspace";
import { beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { z } from "zod";
import { castOf } from "./cast.ts";
import type { DemoCase } from "./content.ts";
import { annotationId, demoId } from "./demo-id.ts";
import { documentNameOf } from "./documents.ts";
import { type CasePlan, planCase } from "./plan-case.ts";
import { type DemoCaseName, demoCaseNames, readDemoCase } from "./read-content.ts";
import { evidenceIdOf } from "./sections.ts";
import { type PlannedDocument, replay, rowsOf } from "./writing.ts";

const today = "2026-11-24";
const evening = new Date("2026-11-24T16:00:00Z");

const allTexts = ({ texts }: CasePlan) => [texts.opinion, ...texts.documents, ...texts.layers];
const opinionId = ({ texts }: CasePlan) => ("id" in texts.opinion.name ? texts.opinion.name.id : "");

/** What the rights of the case depended on at that moment. */
function factsAt(plan: CasePlan, moment: Date): CaseFacts {
  const { organisationId, caseId: id, seats } = plan;
  const authors = seats.filter(({ mode }) => mode === "author").map((seat) => seat.id);
  const isSigned = (document: PlannedDocument) =>
    plan.signings.some((signing) => signing.document === document && signing.at < moment);
  const named = (kind: string) =>
    allTexts(plan).flatMap((planned) =>
      planned.name.kind === kind && "id" in planned.name ? [{ planned, id: planned.name.id }] : [],
    );
  return {
    id,
    organisationId,
    state: plan.lifecycle.findLast(({ at }) => at < moment)?.to ?? "draft",
    interrupted: null,
    opinions: named("opinion").map(({ planned, id: opinion }) => ({
      id: opinion,
      lead: planned === plan.texts.opinion,
      state: isSigned(planned) ? "signed" : "draft",
      authors: planned === plan.texts.opinion ? authors : [rowsOf(planned)[0]?.seatId ?? ""],
    })),
    shares: plan.shares
      .filter(({ at }) => at <= moment)
      .map((share) => ({
        ...share,
        opinionId: opinionId(plan),
        version: share.mode === "version" ? 1 : null,
      })),
    addenda: named("addendum").map(({ planned, id: addendum }) => ({
      id: addendum,
      signed: isSigned(planned),
      authors,
    })),
    conferences: named("conference").map((conference) => ({
      id: conference.id,
      live: true,
      shared: true,
      presented: null,
      guests: [],
    })),
  };
}

/** All threads of the case, as the author of the opinion sees them or, of private ones, their own author. */
function threadsOf(plan: CasePlan): readonly Thread[] {
  const layers = plan.texts.layers.flatMap((planned) =>
    planned.name.kind === "layer" ? [{ name: planned.name, doc: replay(planned) }] : [],
  );
  const authors = plan.seats.filter(({ mode }) => mode === "author").map(({ id }) => id);
  const accepted = new Set(plan.claims.map((claim) => claim.suggestionId));
  const parties = {
    seatOf: (id: string) => plan.seats.find((seat) => seat.id === id),
    authors,
    writersOf: () => authors,
    isAccepted: (id: string) => accepted.has(id),
  };
  return plan.seats
    .filter(({ role }) => role === "specialist")
    .slice(0, 1)
    .flatMap(({ id }) =>
      assembleThreads(layers, { seatId: id, audiences: ["private", "clinicians", "everyone"] }, parties),
    );
}

const planOf = (name: DemoCaseName, stop?: "draft") => planCase(readDemoCase(name, today), today, stop);

describe.each(demoCaseNames)("the plan of %s", (name: DemoCaseName) => {
  const content: DemoCase = readDemoCase(name, today);
  const cast = castOf(content, today);
  let plan: CasePlan;
  beforeAll(async () => {
    plan = await planCase(content, today, name === "spine" ? "draft" : undefined);
  });

  test("[SY-11] [SY-13] every update passes the gate as its author's, in the order of the log", () => {
    for (const planned of allTexts(plan)) {
      const doc = new Y.Doc();
      if (planned.seed) Y.applyUpdate(doc, planned.seed.bytes);
      const owners = new Map<number, string>();
      for (const { bytes, clientId, personId, clocks } of planned.writings) {
        expect(owners.get(clientId) ?? personId).toBe(personId);
        owners.set(clientId, personId);
        const verdict = judgeUpdate(doc, bytes, {
          vocabulary: vocabularyFor(planned.name.kind),
          mayUse: (client) => client === clientId,
          longest: limits.updateBytes,
        });
        expect(verdict).toMatchObject({ fate: "admit" });
        const judged = verdict.fate === "admit" ? verdict.clocks : [];
        expect(judged.filter(({ from, to }) => to > from)).toEqual(clocks);
        Y.applyUpdate(doc, bytes);
      }
    }
  });

  test("nobody wrote what their seat did not let them write at that moment", () => {
    for (const planned of allTexts(plan)) {
      for (const { seatId, personId, at } of planned.writings) {
        const seat = plan.seats.find(({ id }) => id === seatId);
        expect(seat?.personId).toBe(personId);
        const access = seat && documentAccess(planned.name, seat, factsAt(plan, at), at);
        expect([`${formatDocumentName(planned.name)} at ${at.toISOString()}`, access?.write]).toEqual([
          `${formatDocumentName(planned.name)} at ${at.toISOString()}`,
          true,
        ]);
      }
    }
  });

  test("rows follow one another in time, and none is in the future", () => {
    for (const planned of allTexts(plan)) {
      const times = rowsOf(planned).map(({ at }) => at.getTime());
      expect(times).toEqual(times.toSorted((one, other) => one - other));
      expect(Math.max(...times)).toBeLessThanOrEqual(evening.getTime());
    }
  });

  test("each section ends as the content has it", () => {
    const written = [
      ...Object.entries(content.opinion.sections).map(([section, { md }]) => ({
        on: plan.texts.opinion,
        section,
        md,
      })),
      ...Object.entries(content.documents).flatMap(([document, { sections = [] }]) => {
        const wanted = formatDocumentName(documentNameOf(document));
        const on = plan.texts.documents.find((planned) => formatDocumentName(planned.name) === wanted);
        return sections.map(({ id, md }) => ({ on, section: id, md }));
      }),
    ];
    for (const { on, section, md } of written) {
      if (!on) throw new Error(`${section} is in no document`);
      const doc = replay(on);
      const prefix = `${plan.caseId}/${formatDocumentName(on.name)}`;
      const wanted = markdownToRichText(md, (link) => evidenceIdOf(prefix, link));
      expect(readFragment(doc.getXmlFragment(`s.${section}`))).toEqual(wanted);
      for (const match of JSON.stringify(wanted).matchAll(/"evidence","attrs":\{"id":"(\w+)"/g))
        expect(evidenceOf(doc, match[1] ?? "")).toBeDefined();
    }
  });

  test("every item is there once, in the order of the content, with evidence that is in the document", () => {
    const doc = replay(plan.texts.opinion);
    const items = itemsOf(doc);
    expect(items.length).toBe(content.opinion.items.length);
    for (const kind of new Set(content.opinion.items.map((item) => item.kind))) {
      const wanted = content.opinion.items
        .filter((item) => item.kind === kind)
        .map(({ id }) => demoId("item", id));
      expect(items.filter((item) => item.kind === kind).map(({ id }) => id)).toEqual(wanted);
    }
    const links = z.array(z.string()).parse(items.flatMap((item) => item.scalar("evidence") ?? []));
    expect(links.length).toBeGreaterThan(2);
    for (const id of links) expect(evidenceOf(doc, id)).toBeDefined();
  });

  test("every thread is read back with its state, its replies and its place", () => {
    const own = plan.seats.find(({ role }) => role === "specialist")?.id;
    const threads = threadsOf(plan);
    for (const thread of content.threads) {
      const id = annotationId(thread.id, cast.at(thread.at));
      if (thread.audience === "private" && cast.seat(thread.seat).id !== own) continue;
      const read = threads.find((candidate) => candidate.id === id);
      expect([thread.id, read?.state.is]).toEqual([thread.id, thread.status]);
      expect(read?.replies.map(({ body }) => body)).toEqual(thread.replies.map(({ body }) => body));
      expect(read?.by).toBe(cast.seat(thread.seat).id);
      expect(read?.audience).toBe(thread.audience);
    }
  });

  test("a thread on a text still finds its words, or what an accepted suggestion made of them", () => {
    for (const { anchor, target, state } of threadsOf(plan)) {
      if (anchor?.kind !== "text") continue;
      const on = allTexts(plan).find((planned) => formatDocumentName(planned.name) === target);
      const index = indexDocument(on ? replay(on) : new Y.Doc());
      expect(state.is === "accepted" ? ["exact", "changed"] : ["exact"]).toContain(
        resolveTextAnchor(index, anchor).state,
      );
    }
  });

  test("the same day gives the same plan", async () => {
    const again = await planCase(content, today, name === "spine" ? "draft" : undefined);
    expect(again).toEqual(plan);
  });
});

describe("the states of the cases", () => {
  test("oncology is in review, live with the care team, not with the patient, and grew in hundreds of small edits", async () => {
    const plan = await planOf("oncology");
    expect(plan.state).toBe("in-review");
    expect(plan.shares.map(({ audience, mode }) => [audience, mode])).toEqual([["care-team", "live"]]);
    expect(plan.signings).toEqual([]);
    expect(plan.texts.opinion.writings.length).toBeGreaterThan(500);
    expect(new Set(plan.texts.opinion.writings.map(({ personId }) => personId)).size).toBe(2);
  });

  test("cardiology is in follow-up: signed, shared with the patient as a version, with a signed addendum", async () => {
    const plan = await planOf("cardiology");
    expect(plan.state).toBe("follow-up");
    expect(plan.signings.map(({ document }) => document.name.kind)).toEqual(["opinion", "addendum"]);
    expect(plan.shares.map(({ audience, mode }) => [audience, mode])).toEqual([
      ["care-team", "live"],
      ["patient", "version"],
    ]);
    const proxy = plan.seats.find(
      ({ personId, role }) => role === "proxy" && personId === demoId("person", "quintana"),
    );
    expect(proxy?.scopes).toEqual(["read", "add-records", "ask", "receive"]);
  });

  test("[SY-22] what was signed did not change afterwards", async () => {
    const plan = await planOf("cardiology");
    for (const { at, inputs } of plan.signings)
      for (const input of inputs) expect(rowsOf(input).every((row) => row.at <= at)).toBe(true);
  });

  test("spine is a draft: no steps, no clock that has begun, no submitted questions, its story open with the questions in it", async () => {
    const plan = await planOf("spine", "draft");
    expect([
      plan.state,
      plan.lifecycle.length,
      plan.clocks.filter(({ startedAt }) => startedAt).length,
      plan.questions.length,
    ]).toEqual(["draft", 0, 0, 0]);
    const story = plan.texts.documents.find(({ name }) => name.kind === "story");
    expect(story && itemsOf(replay(story), "question").length).toBe(4);
  });
});
