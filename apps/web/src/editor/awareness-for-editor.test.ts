import { expect, test, vi } from "vitest";
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import {
  applyUpdate,
  createRelativePositionFromTypeIndex,
  Doc,
  encodeStateAsUpdate,
  XmlElement,
  XmlText,
} from "yjs";
import { awarenessForEditor } from "./awareness-for-editor.ts";

function openTexts() {
  const doc = new Doc();
  const texts = ["s.one", "s.two"].map((name) => {
    const text = new XmlText("Some words.");
    const paragraph = new XmlElement("paragraph");
    paragraph.insert(0, [text]);
    doc.getXmlFragment(name).insert(0, [paragraph]);
    return { fragment: doc.getXmlFragment(name), text };
  });
  const [one, two] = texts;
  if (!one || !two) throw new Error("There are two texts.");
  const own = new Awareness(doc);
  const copy = new Doc();
  applyUpdate(copy, encodeStateAsUpdate(doc));
  const theirs = new Awareness(copy);
  const place = ({ text }: typeof one, at: number) => {
    const position = createRelativePositionFromTypeIndex(text, at, -1);
    return { anchor: position, head: position };
  };
  const others = (cursor: unknown) => {
    theirs.setLocalState({ cursor });
    applyAwarenessUpdate(own, encodeAwarenessUpdate(theirs, [copy.clientID]), "remote");
  };
  return { one, two, own, place, others };
}

test("an editor hears of others' carets that come to its text, move in it and leave it, and of nothing else", () => {
  const { one, two, own, place, others } = openTexts();
  const heard = vi.fn<() => void>();
  const seen = awarenessForEditor(own, one.fragment);
  seen.on("change", heard);
  own.setLocalStateField("cursor", place(one, 3));
  others(place(two, 2));
  others({ anchor: "nonsense", head: { type: 3 } });
  expect(heard).not.toHaveBeenCalled();
  others(place(one, 2));
  others(place(one, 4));
  others(place(two, 4));
  expect(heard).toHaveBeenCalledTimes(3);
  others(null);
  expect(heard).toHaveBeenCalledTimes(3);
  others(place(one, 1));
  seen.off("change", heard);
  others(place(one, 2));
  expect(heard).toHaveBeenCalledTimes(4);
});

test("an editor that ends takes the person's caret away only where it stood in it", () => {
  const { one, two, own, place } = openTexts();
  own.setLocalStateField("cursor", place(one, 3));
  awarenessForEditor(own, two.fragment).setLocalStateField("cursor", null);
  expect(own.getLocalState()?.["cursor"]).not.toBeNull();
  awarenessForEditor(own, one.fragment).setLocalStateField("cursor", null);
  expect(own.getLocalState()?.["cursor"]).toBeNull();
});
