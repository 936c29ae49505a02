import type { OpinionTemplate } from "./opinion-template.ts";

/** With which template, in which version, a section was begun. Kept in the opinion itself, by section. */
export interface TemplateUse {
  readonly template: string;
  readonly version: number;
}

export function isTemplateUse(value: unknown): value is TemplateUse {
  if (typeof value !== "object" || value === null || Object.keys(value).length !== 2) return false;
  if (!("template" in value) || !("version" in value)) return false;
  const { template, version } = value;
  return (
    typeof template === "string" &&
    template.length <= 100 &&
    typeof version === "number" &&
    Number.isSafeInteger(version) &&
    version > 0
  );
}

/** Whether a section was begun with another version of the template than there is now. The text stays as it is. */
export const hasTemplateChanged = (use: TemplateUse, now: OpinionTemplate | undefined): boolean =>
  now !== undefined && use.template === now.id && use.version !== now.version;
