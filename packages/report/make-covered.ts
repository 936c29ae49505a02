// Writes down which characters the fonts of the PDF have: `node packages/report/make-covered.ts`. The web reads the table, not the fonts.
import { writeFileSync } from "node:fs";
import { open } from "fontkit";
import { fontSets } from "./src/pdf/fonts.ts";

/** The characters that every font of a set has, as pairs of a first one and a count, each first as the distance to the last. */
async function rangesOf(paths: readonly string[]): Promise<string> {
  const sets = await Promise.all(paths.map(charactersOf));
  const [first = new Set<number>(), ...rest] = sets;
  const shared = rest.reduce((left, right) => left.intersection(right), first);
  const parts: string[] = [];
  let end = 0;
  for (const [from, to] of runsOf([...shared].toSorted((one, other) => one - other))) {
    parts.push(`${(from - end).toString(36)} ${(to - from).toString(36)}`);
    end = to;
  }
  return parts.join(" ");
}

async function charactersOf(path: string): Promise<Set<number>> {
  const font = await open(path);
  if (!("characterSet" in font)) throw new Error(`${path} is a collection`);
  return new Set(font.characterSet);
}

function runsOf(codes: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const code of codes) {
    const last = runs.at(-1);
    if (last && last[1] === code) last[1] = code + 1;
    else runs.push([code, code + 1]);
  }
  return runs;
}

const ranges = await Promise.all(fontSets.map(rangesOf));
const lines = ranges.map((range) => `  ${JSON.stringify(range)},`).join("\n");
writeFileSync(
  new URL("src/glyphs/covered-ranges.ts", import.meta.url),
  `// Made by make-covered.ts from the fonts of the PDF.\n\n/** For each set of fonts, runs of characters: distance to the end of the last run, length; both to the base 36. */\nexport const coveredRanges = [\n${lines}\n] as const;\n`,
);
