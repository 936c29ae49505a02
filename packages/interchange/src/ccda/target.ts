import type { XmlElement } from "../xml/xml-element.ts";
import type { NarrativeContext } from "./narrative-text.ts";
import type { ResourceList } from "./resource-list.ts";

/** Where statements of a section go. */
export interface Target {
  readonly resources: ResourceList;
  readonly narrative: NarrativeContext;
}

/** Turns one statement into resources; false where nothing of it could be coded. */
export type StatementConverter = (statement: XmlElement, target: Target) => boolean;

/** Turns a statement with those inside it into resources, and gives how many could not be coded. */
export type Converter = (statement: XmlElement, target: Target) => number;

/** Of a statement that stands for itself. */
export const alone =
  (convert: StatementConverter): Converter =>
  (statement, target) =>
    convert(statement, target) ? 0 : 1;
