import { expect, test } from "vitest";
import * as Y from "yjs";
import { createContent, integrate } from "./admitted-content.ts";

function marked(): { readonly doc: Y.Doc; readonly text: Y.XmlText } {
  const doc = new Y.Doc();
  const text = new Y.XmlText("fourteen");
  doc.getXmlFragment("s.summary").insert(0, [text]);
  text.format(0, 8, { bold: {} });
  return { doc, text };
}

test("[SY-9] the server's document never writes, where a client's tidies marks by itself", () => {
  const { doc } = marked();
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const replicas = { client: new Y.Doc(), server: createContent() };
  const wrote = { client: 0, server: 0 };
  for (const name of ["client", "server"] as const) {
    Y.applyUpdate(replicas[name], Y.encodeStateAsUpdate(doc));
    replicas[name].on("update", () => (wrote[name] += 1));
  }
  // Two people make the same word italic at once: one pair of marks is superfluous.
  for (const author of [doc, other]) {
    const before = Y.encodeStateVector(author);
    const text = author.getXmlFragment("s.summary").get(0);
    if (text instanceof Y.XmlText) text.format(0, 4, { italic: {} });
    const edit = Y.encodeStateAsUpdate(author, before);
    for (const replica of Object.values(replicas)) Y.applyUpdate(replica, edit);
  }
  expect(wrote).toEqual({ client: 3, server: 2 });
});

test("[SY-6] the row is the novelty, and there is none for what is held", () => {
  const { doc } = marked();
  const server = createContent();
  const bytes = Y.encodeStateAsUpdate(doc);
  expect(integrate(server, bytes)).toEqual(bytes);
  expect(integrate(server, bytes)).toBeUndefined();
});

test("[SY-8] what is deleted leaves the live document's bytes", () => {
  const { doc, text } = marked();
  const server = createContent();
  integrate(server, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(doc);
  text.delete(0, 8);
  integrate(server, Y.encodeStateAsUpdate(doc, before));
  expect(Buffer.from(Y.encodeStateAsUpdate(server)).includes("fourteen")).toBe(false);
});
