import { expect, test } from "vitest";
import { formatDocumentName, parseDocumentName } from "./document-name.ts";

const id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

test.for([
  "story",
  "story.prior",
  "referral",
  "referral.prior",
  `opinion.${id}`,
  `workpad.${id}`,
  `addendum.${id}`,
  `conference.${id}`,
  `layer.${id}.story.everyone`,
  `layer.${id}.records.clinicians`,
  `layer.${id}.opinion.${id}.private`,
])("%s is a document, and its name comes back unchanged", (name) => {
  const parsed = parseDocumentName(name);
  expect(parsed && formatDocumentName(parsed)).toBe(name);
});

test.for([
  "",
  "opinion",
  "opinion.",
  "opinion.x",
  `opinion.${id}.${id}`,
  `story.${id}`,
  `layer.${id}.story`,
  `layer.${id}.story.staff`,
  `layer.x.story.everyone`,
  `layer.${id}.workpad.${id}.everyone`,
  `layer.${id}.opinion.everyone`,
  "presence",
  "toString",
])("%j is no document", (name) => {
  expect(parseDocumentName(name)).toBeUndefined();
});
