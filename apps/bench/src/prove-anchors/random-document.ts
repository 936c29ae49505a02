import type { Random } from "@consilium/foundation";
import { block, schema, writeBlocks } from "@consilium/workspace/testing";
import * as Y from "yjs";

export const sections = ["findings", "assessment", "plain"] as const;
export const item = { item: "01ARZ3NDEKTSV4RRFFQ69G5FAV", field: "text" } as const;

const subjects = [
  "The lesion in segment VI",
  "The lesion in segment VII",
  "The remnant",
  "The margin at the vein",
];
const verbs = ["measures", "was measured at", "has shrunk to", "is stable at", "should be compared with"];
/** Said again and again, as in real reports: the same words in many places. */
const refrains = [
  "no evidence of recurrence",
  "without contact to the right hepatic vein",
  "as discussed with the patient",
  "compared with the previous examination",
  "the MRI with hepatobiliary contrast decides",
];
const closings = [
  "the board agrees.",
  "this is our reading.",
  "please see the record.",
  "👩‍⚕️ to be asked again.",
  "é ü ñ.",
];

export const words = [
  "possibly",
  "in our view",
  "14 mm",
  "segment",
  "🫀",
  "no evidence",
  "stable",
  "with care",
] as const;

const terms =
  "parenchyma sparing resection drainage interval cycle platelet vein portal capsule biliary contrast arterial washout " +
  "surveillance marker dose response nodal staging anastomosis board perfusion remnant volume fever catheter";

const finding = (random: Random): string =>
  `${Array.from({ length: 5 + random.below(12) }, () => random.pick(terms.split(" "))).join(" ")}, ${random.pick(refrains)}.`;

/** Half of the sentences are of repeated parts only. */
export const phrase = (random: Random): string =>
  random.below(2) === 0 ? finding(random) : measured(random);

const measured = (random: Random): string =>
  `${random.pick(subjects)} ${random.pick(verbs)} ${random.below(90) + 4} mm, ${random.pick(refrains)}; ${random.pick(closings)}`;

const paragraph = (random: Random): string =>
  Array.from({ length: 1 + random.below(4) }, () => phrase(random)).join(" ");

/** An opinion with rich sections: paragraphs, headings, lists, a table, links; some blocks stand in it twice. */
export function writeDocument(random: Random): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1 + random.below(2 ** 31);
  for (const section of sections) writeBlocks(doc.getXmlFragment(`s.${section}`), blocks(random));
  const field = new Y.XmlFragment();
  doc.getMap("items").set(
    item.item,
    new Y.Map<unknown>([
      ["kind", "finding"],
      ["text", field],
    ]),
  );
  writeBlocks(field, [block(paragraph(random)), block(paragraph(random))]);
  return doc;
}

function blocks(random: Random) {
  const made = Array.from({ length: 6 + random.below(6) }, () => {
    switch (random.below(8)) {
      case 0:
        return block(phrase(random).slice(0, 40), "heading");
      case 1:
        return list(random);
      case 2:
        return table(random);
      default:
        return block(paragraph(random));
    }
  });
  if (random.below(3) === 0) made.splice(random.below(made.length), 0, random.pick(made));
  return made;
}

const list = (random: Random) =>
  schema.node(
    random.pick(["bulletList", "orderedList"]),
    null,
    Array.from({ length: 2 + random.below(3) }, () => schema.node("listItem", null, [block(phrase(random))])),
  );

const table = (random: Random) =>
  schema.node(
    "table",
    null,
    Array.from({ length: 2 }, () =>
      schema.node(
        "tableRow",
        null,
        Array.from({ length: 2 }, () => schema.node("tableCell", null, [block(phrase(random))])),
      ),
    ),
  );
