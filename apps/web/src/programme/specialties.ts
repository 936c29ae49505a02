import { checklists } from "@consilium/clinical";

/** The specialties that the app knows, and those that are written of already. */
export const specialtiesWith = (more: readonly string[]): readonly string[] => [
  ...new Set([...checklists.map(({ specialty }) => specialty), ...more]),
];
