import type { OpinionTemplate } from "./opinion-template.ts";

const files: Readonly<Record<string, () => Promise<{ default: OpinionTemplate }>>> = {
  oncology: () => import("../../content/opinion/oncology.json", { with: { type: "json" } }),
  cardiology: () => import("../../content/opinion/cardiology.json", { with: { type: "json" } }),
  neurology: () => import("../../content/opinion/neurology.json", { with: { type: "json" } }),
  spine: () => import("../../content/opinion/spine.json", { with: { type: "json" } }),
  radiology: () => import("../../content/opinion/radiology.json", { with: { type: "json" } }),
  pathology: () => import("../../content/opinion/pathology.json", { with: { type: "json" } }),
};

/** Specialties that have a template. */
export const templatedSpecialties: readonly string[] = Object.keys(files);

/** The template of a specialty in a language (BCP 47), loaded when it is asked for; undefined where there is none. */
export async function loadTemplate(
  specialty: string,
  language: string,
): Promise<OpinionTemplate | undefined> {
  const template = Object.hasOwn(files, specialty) ? (await files[specialty]?.())?.default : undefined;
  const [primary = ""] = language.toLowerCase().split("-");
  return template?.language === primary ? template : undefined;
}
