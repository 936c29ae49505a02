import {
  type ClinicalRecord,
  entryKey,
  type IntakeList,
  type IntakeStep,
  intakeListNames,
  isIntakeStep,
  listsOf,
  noneKey,
  recordKey,
} from "@consilium/clinical";
import type { ReferralEntry, ReferralVoice } from "@consilium/interchange";
import { addItem, itemOf, setIntakeAnswer, setItemField, writeFragment } from "@consilium/workspace";
import type { Doc } from "yjs";
import { linesAsRichText } from "./lines-as-rich-text.ts";

/** More are no questions of one case; who sends it keeps five. */
const mostQuestions = 20;

/** Questions, lists and choices of one side. Gives the steps that they fill in. */
export function writeAnswers(
  doc: Doc,
  voice: ReferralVoice,
  records: readonly ClinicalRecord[],
  createId: () => string,
): ReadonlySet<IntakeStep> {
  const steps = new Set<IntakeStep>();
  for (const { text, textForBlind } of voice.questions.slice(0, mostQuestions)) {
    const id = createId();
    addItem(doc, "question", id);
    const item = itemOf(doc, id);
    if (item) writeFragment(item.rich("text"), linesAsRichText(text));
    if (textForBlind !== null) setItemField(doc, id, "textForBlind", textForBlind);
    steps.add("questions");
  }
  const sources = sourcesOf(records);
  // A list stands in the order of its ids, and those of one millisecond come in none.
  const ids = voice.entries.map(() => createId()).toSorted();
  for (const [at, entry] of voice.entries.entries()) {
    setIntakeAnswer(doc, entryKey(entry.list, ids[at] ?? createId()), valueOf(entry, sources));
    addStep(steps, entry.list);
  }
  for (const [question, answer] of Object.entries(voice.none)) {
    setIntakeAnswer(doc, noneKey(question), answer);
    addStep(steps, question);
  }
  for (const [item, answer] of Object.entries(voice.records)) {
    setIntakeAnswer(doc, recordKey(item), answer);
    steps.add("records");
  }
  if (voice.pregnancy !== null) {
    setIntakeAnswer(doc, "pregnancy", voice.pregnancy);
    steps.add("body");
  }
  return steps;
}

const textSteps: readonly IntakeStep[] = ["goals", "told", "daily", "summary"];

function addStep(steps: Set<IntakeStep>, question: string): void {
  const text = textSteps.find((step) => step === question);
  if (text) steps.add(text);
  for (const [step, lists] of Object.entries(listsOf))
    if (isIntakeStep(step) && lists.some((list) => list === question)) steps.add(step);
}

/** By list and name: the entry of a record that an answer is about. */
type Sources = ReadonlyMap<string, string>;

const sourceKey = (list: IntakeList, name: string): string => `${list} ${name.toLowerCase()}`;

function sourcesOf(records: readonly ClinicalRecord[]): Sources {
  const found = new Map<string, string>();
  for (const { id, kind, content } of records) {
    const list = intakeListNames.find((name) => name === kind);
    if (!list || !("entries" in content)) continue;
    for (const entry of content.entries) {
      const key = sourceKey(list, entry.title);
      if (!found.has(key)) found.set(key, `${id}/${entry.id}`);
    }
  }
  return found;
}

/** What was said of an entry of a record is said of the one that bears its name now; without one it is an entry of its own. */
function valueOf({ list, fields, still, isOfRecord }: ReferralEntry, sources: Sources): object {
  const record = isOfRecord ? sources.get(sourceKey(list, fields.name ?? "")) : undefined;
  return { ...fields, ...(record !== undefined && still !== null && { record, still }) };
}
