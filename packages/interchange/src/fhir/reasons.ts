import { children, line, type Node } from "../json/node.ts";
import { conceptText, conceptTexts } from "./concept.ts";
import type { Reading } from "./reading.ts";

/** What references to conditions, goals and the like are called, without taking these as read: they are entries themselves. */
export const titlesOf = (
  reading: Reading,
  holder: Node,
  references: readonly Node[],
): readonly (string | null)[] =>
  references.map((reference) => {
    const resource = reading.index.resolve(line(reference, "reference"), holder)?.resource ?? null;
    return (
      conceptText(resource, "code") ?? conceptText(resource, "description") ?? line(reference, "display")
    );
  });

export const reasonsOf = (node: Node, reading: Reading): readonly (string | null)[] => [
  ...conceptTexts(node, "reasonCode"),
  ...titlesOf(reading, node, children(node, "reasonReference")),
];
