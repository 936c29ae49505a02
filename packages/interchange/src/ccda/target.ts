import type { XmlElement } from "../xml/xml-element.ts";
import type { NarrativeContext } from "./narrative-text.ts";
import type { ResourceList } from "./resource-list.ts";

/** Where statements of a section go. */
export interface Target {
  readonly resources: ResourceList;
  readonly narrative: NarrativeContext;
}

/** Turns one statement into resources; false where nothing of it could be coded. */
export type Converter = (statement: XmlElement, target: Target) => boolean;
