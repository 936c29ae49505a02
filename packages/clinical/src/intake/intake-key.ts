import { isUlid } from "@consilium/foundation";
import { isPartialDate } from "../record/partial-date.ts";
import {
  type EntryField,
  intakeLists,
  type IntakeList,
  intakeTextQuestions,
  isDateField,
  isIntakeList,
  noneAnswers,
  pregnancyAnswers,
  recordAnswers,
  stillAnswers,
} from "./intake-lists.ts";

/** Characters of one answer. */
export const longestAnswer = 1000;

/**
 * The keys of the answers in a document's map `intake`:
 * `entry.<list>.<ULID>` one thing of a list; `none.<list or text>` that there is none; `record.<item>` what is there of a type of
 * record; `pregnancy`; `prefilled.<step>` that a file filled in a step, and nobody has said yet whether it is so. Each is one plain value, and the last who sets it wins.
 */
export type IntakeKey =
  | { readonly of: "entry"; readonly list: IntakeList; readonly id: string }
  | { readonly of: "none"; readonly question: string }
  | { readonly of: "record"; readonly item: string }
  | { readonly of: "pregnancy" }
  | { readonly of: "prefilled"; readonly step: string };

export function readIntakeKey(key: string): IntakeKey | undefined {
  if (key === "pregnancy") return { of: "pregnancy" };
  const [of, name = "", id = "", more] = key.split(".");
  if (more !== undefined) return undefined;
  if (of === "entry" && isIntakeList(name) && isUlid(id)) return { of, list: name, id };
  if (id !== "") return undefined;
  if (of === "none" && (isIntakeList(name) || isTextQuestion(name))) return { of, question: name };
  if (of === "prefilled" && /^[a-z]{1,20}$/.test(name)) return { of, step: name };
  return of === "record" && /^[A-Za-z0-9-]{1,64}$/.test(name) ? { of, item: name } : undefined;
}

const isTextQuestion = (name: string) => intakeTextQuestions.some((question) => question === name);

export const entryKey = (list: IntakeList, id: string): string => `entry.${list}.${id}`;
export const noneKey = (question: string): string => `none.${question}`;
export const recordKey = (item: string): string => `record.${item}`;
export const prefilledKey = (step: string): string => `prefilled.${step}`;

/** What stands under the key of a step that a file filled in. */
export const prefilled = "file";

/** Whether a value may stand under a key; null takes an answer back. The gate of the documents asks it of every change. */
export function isIntakeValue(key: string, value: unknown): boolean {
  const read = readIntakeKey(key);
  if (!read) return false;
  if (value === null) return true;
  switch (read.of) {
    case "entry":
      return isEntryValue(read.list, value);
    case "none":
      return isOneOf(noneAnswers, value);
    case "record":
      return isOneOf(recordAnswers, value);
    case "pregnancy":
      return isOneOf(pregnancyAnswers, value);
    case "prefilled":
      return value === prefilled;
  }
}

const isOneOf = (choices: readonly string[], value: unknown): boolean =>
  choices.some((choice) => choice === value);

const isLine = (value: unknown): boolean => typeof value === "string" && value.length <= longestAnswer;

function isEntryValue(list: IntakeList, value: unknown): boolean {
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return false;
  const fields: readonly EntryField[] = intakeLists[list];
  return Object.entries(value).every(([name, held]) => {
    if (name === "still") return isOneOf(stillAnswers, held);
    if (name === "record") return typeof held === "string" && held.length <= 200;
    const field = fields.find((known) => known === name);
    if (field === undefined) return false;
    return isDateField(field) ? isPartialDate(held) && held.length <= 10 : isLine(held);
  });
}
