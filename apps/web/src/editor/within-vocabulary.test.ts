import { Fragment, Schema, Slice } from "@tiptap/pm/model";
import { expect, test } from "vitest";
import { withinVocabulary } from "./within-vocabulary.ts";

const schema = new Schema({
  nodes: {
    doc: { content: "(orderedList | table)+" },
    orderedList: { content: "paragraph+", attrs: { start: { default: 1 }, type: { default: null } } },
    table: { content: "tableCell+" },
    tableCell: {
      content: "paragraph+",
      attrs: { colspan: { default: 1 }, align: { default: null } },
    },
    paragraph: { content: "text*" },
    text: {},
  },
});

test("[SY-13] what is pasted loses the attributes that the vocabulary does not have, and keeps the others", () => {
  const pasted = Fragment.from([
    schema.node("orderedList", { start: 3, type: "a" }, [
      schema.node("paragraph", null, [schema.text("One")]),
    ]),
    schema.node("table", null, [
      schema.node("tableCell", { colspan: 2, align: "right" }, [schema.node("paragraph")]),
    ]),
  ]);
  const { content } = withinVocabulary(new Slice(pasted, 1, 1));
  const list = content.child(0);
  expect(list.attrs).toEqual({ start: 3, type: null });
  expect(list.textContent).toBe("One");
  expect(content.child(1).child(0).attrs).toEqual({ colspan: 2, align: null });
});
