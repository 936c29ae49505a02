import { createSeededRandom } from "@consilium/foundation";
import { followAnchors, makeAnchorInEditor, resolveTextAnchor, type TextAnchor } from "@consilium/workspace";
import { expect, test } from "vitest";
import { editOnce, editTogether, openAuthors } from "./authors.ts";
import { writeDocument } from "./random-document.ts";
import { handsOf } from "./trial.ts";

test("anchors that are followed stand where a search from the beginning finds them, after each of many random edits", () => {
  let [resolved, kept] = [0, 0];
  for (let seed = 900; seed < 912; seed += 1) {
    const random = createSeededRandom(seed);
    const hands = handsOf(seed);
    const authors = openAuthors(writeDocument(random), hands, random);
    const [{ places, index }] = authors;
    const anchors = Array.from({ length: 25 }, (): TextAnchor | undefined => {
      const { where, editor } = random.pick(places);
      const from = random.below(editor.state().doc.content.size);
      const made = makeAnchorInEditor(index, where, from, from + 1 + random.below(70));
      return made.ok ? made.value : undefined;
    }).filter((anchor) => anchor !== undefined);
    const follower = followAnchors(index);
    for (let step = 1; step <= 20; step += 1) {
      const before = new Map(anchors.map((anchor) => [anchor, follower.resolve(anchor)]));
      const edit = hands === 1 ? editOnce(places, random) : editTogether(authors, random, step === 20);
      for (const anchor of anchors) {
        const found = follower.resolve(anchor);
        expect(found, `seed ${seed}, step ${step}, ${edit}`).toEqual(resolveTextAnchor(index, anchor));
        resolved += 1;
        if (found === before.get(anchor)) kept += 1;
      }
    }
    for (const author of authors) author.index.close();
  }
  expect(resolved).toBeGreaterThan(4000);
  // An edit in one text leaves the anchors of the others alone.
  expect(kept / resolved).toBeGreaterThan(0.5);
});
