import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A family as Typst knows it, and the files of its weights. Amiri is the Arabic whose text can be copied out of the PDF again. */
interface Family {
  readonly name: string;
  readonly folder: string;
  readonly files: readonly string[];
}

const serif: Family = {
  name: "Source Serif 4",
  folder: "source-serif-4",
  files: [
    "400Regular/SourceSerif4_400Regular.ttf",
    "400Regular_Italic/SourceSerif4_400Regular_Italic.ttf",
    "600SemiBold/SourceSerif4_600SemiBold.ttf",
    "600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf",
  ],
};

const sans: Family = {
  name: "IBM Plex Sans",
  folder: "ibm-plex-sans",
  files: [
    "400Regular/IBMPlexSans_400Regular.ttf",
    "400Regular_Italic/IBMPlexSans_400Regular_Italic.ttf",
    "600SemiBold/IBMPlexSans_600SemiBold.ttf",
    "600SemiBold_Italic/IBMPlexSans_600SemiBold_Italic.ttf",
  ],
};

/** Asked after the voice of the page, in this order. */
const others: readonly Family[] = [
  { name: "Amiri", folder: "amiri", files: ["400Regular/Amiri_400Regular.ttf", "700Bold/Amiri_700Bold.ttf"] },
  {
    name: "Noto Sans",
    folder: "noto-sans",
    files: ["400Regular/NotoSans_400Regular.ttf", "600SemiBold/NotoSans_600SemiBold.ttf"],
  },
  { name: "Noto Sans Math", folder: "noto-sans-math", files: ["400Regular/NotoSansMath_400Regular.ttf"] },
  {
    name: "Noto Sans Symbols 2",
    folder: "noto-sans-symbols-2",
    files: ["400Regular/NotoSansSymbols2_400Regular.ttf"],
  },
];

const namesOf = (families: readonly Family[]): readonly string[] => families.map(({ name }) => name);

/** The families of each voice, in the order in which a glyph is looked for. */
export const voices = { serif: namesOf([serif, ...others]), sans: namesOf([sans, ...others]) } as const;

/** What any voice can show: a family of the others alone, or both voices' own. Each as its files. */
export const fontSets: readonly (readonly string[])[] = [
  [...pathsOf(serif), ...pathsOf(sans)],
  ...others.map(pathsOf),
];

/** What stands on figures: the page's own sans. */
export const figureFont = () => ({ name: "IBM Plex Sans SemiBold", file: pathsOf(sans)[2] ?? "" });

/** All font files. About 5 MB. */
export const readFonts = (): Buffer[] => fontSets.flat().map((path) => readFileSync(path));

function pathsOf({ folder, files }: Family): string[] {
  const manifest = createRequire(import.meta.url).resolve(`@expo-google-fonts/${folder}/package.json`);
  return files.map((file) => join(dirname(manifest), file));
}
