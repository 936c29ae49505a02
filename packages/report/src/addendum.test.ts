import { sectionRoot, writeFragment } from "@consilium/workspace";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { addendumDigest, type AddendumInput, buildAddendum, readAddendum } from "./addendum.ts";

const written = (...paragraphs: readonly string[]): Y.Doc => {
  const doc = new Y.Doc();
  writeFragment(doc.getXmlFragment(sectionRoot("text")), {
    type: "doc",
    content: paragraphs.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
  });
  return doc;
};

const input = (doc: Y.Doc): AddendumInput => ({
  language: "en",
  zone: "Europe/Stockholm",
  case: { id: "case", number: "CN-1", title: "A case", specialty: "oncology" },
  document: "addendum.1",
  sequence: 3,
  report: { version: 1, digest: "ab".repeat(32) },
  signedAt: "2026-11-29T12:00:00.000Z",
  signer: {
    seat: "seat",
    name: "Ingrid\u202E Lindqvist",
    profession: null,
    workplace: null,
    role: "lead",
    licence: null,
    blindUntil: null,
  },
  statement: "Mine.",
  read: readAddendum(doc),
  records: [],
});

test("its words are printable, empty paragraphs are left out, and the same text has the same digest", async () => {
  const built = buildAddendum(input(written("It confirms\u0000 the plan.", " ")));
  expect(built.text).toEqual([
    {
      type: "paragraph",
      content: [{ type: "text", text: "It confirms the plan.", bold: false, italic: false, href: null }],
    },
  ]);
  expect(built.signer.name).toBe("Ingrid Lindqvist");
  expect(await addendumDigest(built)).toBe(
    await addendumDigest(buildAddendum(input(written("It confirms the plan.")))),
  );
});

test("another word, another report or another moment is another digest", async () => {
  const doc = written("It confirms the plan.");
  const whole = input(doc);
  const others: readonly AddendumInput[] = [
    input(written("It changes the plan.")),
    { ...whole, report: { version: 1, digest: "cd".repeat(32) } },
    { ...whole, signedAt: "2026-11-29T12:00:01.000Z" },
  ];
  const digests = await Promise.all([whole, ...others].map((one) => addendumDigest(buildAddendum(one))));
  expect(new Set(digests).size).toBe(4);
});
