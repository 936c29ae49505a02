import {
  longestTemplateText,
  type TemplatedSection,
  templatedSections,
  templateText,
} from "@consilium/clinical";
import type { ProgrammeTemplate, TemplateInput } from "./programme-api.ts";
import type { Fields, Kept } from "./unsaved.ts";

/** What the form of a template asks, as one flat thing. */
export type TemplateField = "name" | "specialty" | "language" | TemplatedSection;
export type TemplateFields = Fields<TemplateField>;

const noWords: TemplateFields = {
  name: "",
  specialty: "",
  language: "en",
  records: "",
  summary: "",
  findings: "",
  assessment: "",
  options: "",
  redflags: "",
  limitations: "",
  followup: "",
};

export const newTemplate: Kept<TemplateField> = { version: 0, fields: noWords };

export function fieldsOf(template: ProgrammeTemplate): Kept<TemplateField> {
  const { version, name, specialty, language, sections } = template;
  const fields: Record<TemplateField, string> = { ...noWords, name, specialty, language };
  for (const section of templatedSections) fields[section] = sections[section] ?? "";
  return { version, fields };
}

/** As the server takes it. `from`: the version that it takes the place of. */
export function toInput(fields: TemplateFields, from: number): TemplateInput {
  const { name, specialty, language } = fields;
  const sections: Partial<Record<TemplatedSection, string>> = {};
  for (const section of writtenIn(fields)) sections[section] = fields[section].trim();
  return { name: name.trim(), specialty, language, sections, from };
}

export const writtenIn = (fields: TemplateFields): readonly TemplatedSection[] =>
  templatedSections.filter((section) => fields[section].trim() !== "");

/** The first mark in a text that the editor of opinions does not have; undefined: there is none. */
export const refusedMark = (text: string): string | undefined => /[<>`|]|!\[/u.exec(text)?.[0];

/** Why the words of a section cannot be saved. */
export function faultOf(words: string): "refused" | "tooLong" | undefined {
  const text = words.trim();
  if (text === "" || templateText.safeParse(text).success) return undefined;
  return text.length > longestTemplateText ? "tooLong" : "refused";
}

/** What stops it from being saved, the first thing first. */
export type Missing = "name" | "specialty" | "words" | "refused" | "tooLong";

export function missingOf(fields: TemplateFields): Missing | undefined {
  if (fields.name.trim() === "") return "name";
  if (fields.specialty === "") return "specialty";
  const written = writtenIn(fields);
  if (written.length === 0) return "words";
  return written.map((section) => faultOf(fields[section])).find((fault) => fault !== undefined);
}
