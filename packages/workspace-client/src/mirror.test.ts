import { expect, test } from "vitest";
import * as Y from "yjs";
import { mirrorOf } from "./mirror.ts";

test("[SY-23] a mirror follows the document, and what an editor mends in it stays in it", () => {
  const doc = new Y.Doc();
  const text = doc.getText("t");
  text.insert(0, "14 mm");
  const mirror = mirrorOf(doc);
  expect(mirror.doc.getText("t").toJSON()).toBe("14 mm");
  mirror.doc.getText("t").delete(0, 2);
  text.insert(5, ", stable");
  expect(mirror.doc.getText("t").toJSON()).toBe(" mm, stable");
  expect(text.toJSON()).toBe("14 mm, stable");
  expect(mirror.doc.clientID).not.toBe(doc.clientID);
  mirror.stop();
  text.insert(0, "was ");
  expect(mirror.doc.getText("t").toJSON()).toBe(" mm, stable");
});
