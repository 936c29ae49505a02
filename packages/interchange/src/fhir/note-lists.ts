import { type ClinicalRecord, dayOf, type TextBlock } from "@consilium/clinical";
import { child, children, has, isTrue, line, type Node, text } from "../json/node.ts";
import { conceptText, conceptTexts, joined, notesOf, quantityText } from "./concept.ts";
import { dateOf } from "./dates.ts";
import type { Found, Reading } from "./reading.ts";
import { recordHeading } from "./record-heading.ts";
import { narrativeBlocks, textRecord } from "./reports.ts";

function relativeText(node: Node): string | null {
  const relation = conceptText(node, "relationship") ?? line(node, "name") ?? "Relative";
  const conditions = children(node, "condition").map((condition) => {
    const age = quantityText(child(condition, "onsetAge")) ?? line(condition, "onsetString");
    const what = conceptText(condition, "code");
    return what === null
      ? null
      : joined([what, age === null ? null : `(from ${age})`, conceptText(condition, "outcome")], " ");
  });
  const died =
    isTrue(node, "deceasedBoolean") || has(node, "deceasedAge") || has(node, "deceasedDate")
      ? joined(["died", quantityText(child(node, "deceasedAge"))], " at ")
      : null;
  const facts = joined([...conditions, died, ...notesOf(node)], ", ");
  return facts === null ? null : `${relation}: ${facts}`;
}

const deviceText = (node: Node): string | null => {
  const named = children(node, "deviceName").map((name) => line(name, "name"));
  const what = conceptText(node, "type") ?? joined(named, ", ");
  const serial = line(node, "serialNumber");
  return what === null
    ? null
    : joined(
        [
          what,
          line(node, "manufacturer"),
          line(node, "modelNumber"),
          serial === null ? null : `serial ${serial}`,
          line(node, "status"),
          ...conceptTexts(node, "safety"),
          ...notesOf(node),
        ],
        ", ",
      );
};

const lists = [
  ["FamilyMemberHistory", "Family history", relativeText],
  ["Device", "Devices and implants", deviceText],
] as const;

/** Short facts of one type as one note: each a line that can be quoted. */
export function noteListRecords(found: readonly Found[], reading: Reading): readonly ClinicalRecord[] {
  return lists.flatMap(([type, title, wording]) => {
    const items = found
      .filter(({ entry }) => entry.type === type)
      .flatMap(({ entry, node }) => {
        const words = wording(node);
        if (words !== null) reading.ledger.represent(entry);
        return words === null ? [] : [words];
      });
    if (items.length === 0) return [];
    return [
      textRecord("note", recordHeading(reading, { title, date: null }), [
        { type: "list", ordered: false, items },
      ]),
    ];
  });
}

function narrativeOf({ entry, node }: Found, reading: Reading): readonly TextBlock[] {
  const written = narrativeBlocks(node);
  const said = written.length > 0 ? written : spokenBlocks(node);
  if (said.length === 0) {
    reading.ledger.leave(entry, "type-not-supported");
    return [];
  }
  reading.ledger.represent(entry);
  if (written.length > 0) reading.ledger.leavePart(entry, "codes", "text-only");
  const words = entry.type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ");
  const when = dateOf(node, "date") ?? dateOf(node, "authored") ?? dateOf(node, "recordedOn");
  const heading = when === null ? words : `${words}, ${dayOf(when)}`;
  return [{ type: "heading", level: 2, text: heading }, ...said];
}

/** What was asked and answered, or written to somebody, where nobody made a narrative of it. */
function spokenBlocks(node: Node): readonly TextBlock[] {
  switch (line(node, "resourceType")) {
    case "QuestionnaireResponse": {
      const items = answeredItems(node, 0);
      return items.length === 0 ? [] : [{ type: "list", ordered: false, items }];
    }
    case "Communication":
      return children(node, "payload").flatMap((payload): readonly TextBlock[] => {
        const words = text(payload, "contentString");
        return words === null ? [] : [{ type: "paragraph", text: words }];
      });
    case null:
    default:
      return [];
  }
}

const deepestItem = 10;

function answeredItems(holder: Node, depth: number): readonly string[] {
  if (depth === deepestItem) return [];
  return children(holder, "item").flatMap((item) => {
    const answers = children(item, "answer");
    const question = line(item, "text") ?? line(item, "linkId");
    const said = joined(answers.map(answerText), "; ");
    return [
      ...(said === null ? [] : [joined([question, said], ": ") ?? said]),
      ...answeredItems(item, depth + 1),
      ...answers.flatMap((answer) => answeredItems(answer, depth + 1)),
    ];
  });
}

const answerText = (answer: Node): string | null => {
  const flag = answer["valueBoolean"];
  if (typeof flag === "boolean") return flag ? "yes" : "no";
  return (
    ["valueString", "valueDate", "valueDateTime", "valueTime", "valueUri", "valueInteger", "valueDecimal"]
      .map((key) => line(answer, key))
      .find((words) => words !== null) ??
    quantityText(child(answer, "valueQuantity")) ??
    line(child(answer, "valueCoding"), "display") ??
    line(child(answer, "valueCoding"), "code")
  );
};

/** Clinical resources without a mapper, by their narrative: what a person wrote for people is not thrown away. */
export function narrativeRecord(found: readonly Found[], reading: Reading): ClinicalRecord | null {
  const blocks = found.flatMap((one) => narrativeOf(one, reading));
  if (blocks.length === 0) return null;
  return textRecord(
    "note",
    recordHeading(reading, { title: "Other information in the file", date: null }),
    blocks,
  );
}
