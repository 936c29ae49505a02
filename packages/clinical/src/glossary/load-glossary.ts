import type { Glossary } from "./glossary.ts";

const files: Readonly<Record<string, () => Promise<{ default: Glossary }>>> = {
  en: () => import("../../content/glossary/en.json", { with: { type: "json" } }),
};

/** The glossary of a language (BCP 47), loaded when it is asked for; undefined where there is none. */
export async function loadGlossary(language: string): Promise<Glossary | undefined> {
  const [primary = ""] = language.toLowerCase().split("-");
  return Object.hasOwn(files, primary) ? (await files[primary]?.())?.default : undefined;
}
