import { child, children, isTrue, line, type Node, text } from "../../json/node.ts";

/** An item by its link, with what lies below it. */
export const itemsAt = (holder: Node, link: string): readonly Node[] =>
  children(holder, "item").filter((item) => line(item, "linkId") === link);

export const answersAt = (holder: Node, link: string): readonly Node[] =>
  itemsAt(holder, link).flatMap((item) => children(item, "answer"));

/** An answer in words, whatever its type; lines stay lines. */
export const wordsOf = (answer: Node): string | null =>
  text(answer, "valueString") ??
  line(answer, "valueDate") ??
  line(answer, "valueDateTime") ??
  line(child(answer, "valueCoding"), "code") ??
  line(answer, "valueUri");

export const wordsAt = (holder: Node, link: string): string | null => {
  const [answer] = answersAt(holder, link);
  return answer ? wordsOf(answer) : null;
};

export const isYes = (holder: Node, link: string): boolean =>
  answersAt(holder, link).some((answer) => isTrue(answer, "valueBoolean"));
