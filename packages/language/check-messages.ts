// Every language against the English source: the same keys, parameters, tags and select cases; every plural form that the
// language has; styles only from formats.ts; every key used somewhere in the code (knip cannot see keys).
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { formats } from "./src/formats.ts";
import { languages, languageTag } from "./src/language.ts";
import { loadMessages } from "./src/load-messages.ts";
import en from "./src/messages/en.ts";
import type { Catalogue } from "./src/translation.ts";

const root = join(import.meta.dirname, "../..");
const faults = new Set<string>();

/** Messages by full key: `case.dueIn`, `opinion.state.done`. */
function flatten(catalogue: Catalogue, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, message]) =>
      typeof message === "string"
        ? [[prefix + key, message] as const]
        : [...flatten(message, `${prefix + key}.`)],
    ),
  );
}

/** What the code hands in: `count:number`, `<b>`, `role:select patient specialist`. */
function parameters(elements: MessageFormatElement[], language: string, where: string): Set<string> {
  return new Set(elements.flatMap((element) => [...parametersOf(element, language, where)]));
}

function parametersOf(element: MessageFormatElement, language: string, where: string): Set<string> {
  const inside = (options: Record<string, { value: MessageFormatElement[] }>) =>
    Object.values(options).flatMap((option) => [...parameters(option.value, language, where)]);
  switch (element.type) {
    case TYPE.argument:
      return new Set([`${element.value}:text`]);
    case TYPE.tag:
      return new Set([`<${element.value}>`, ...parameters(element.children, language, where)]);
    case TYPE.select: {
      const cases = Object.keys(element.options).toSorted().join(" ");
      return new Set([`${element.value}:select ${cases}`, ...inside(element.options)]);
    }
    case TYPE.plural:
      judgePlural(element.options, element.offset, language, where);
      return new Set([`${element.value}:number`, ...inside(element.options)]);
    case TYPE.number:
      if (element.style && !isNamedStyle(element.style, formats.number))
        faults.add(`${where}: unknown style`);
      return new Set([`${element.value}:number`]);
    case TYPE.date:
    case TYPE.time:
      if (!isNamedStyle(element.style, formats.dateTime)) faults.add(`${where}: unknown style`);
      return new Set([`${element.value}:date`]);
    case TYPE.literal:
    case TYPE.pound:
      return new Set();
  }
}

const isNamedStyle = (style: unknown, named: object): boolean => typeof style === "string" && style in named;

function judgePlural(options: Record<string, unknown>, offset: number, language: string, where: string) {
  if (offset !== 0) faults.add(`${where}: no offset (a compiled catalogue would ignore it)`);
  for (const form of new Intl.PluralRules(language).resolvedOptions().pluralCategories) {
    if (!(form in options)) faults.add(`${where}: no plural form "${form}"`);
  }
}

function compare(source: Map<string, string>, translation: Map<string, string>, language: string) {
  for (const key of new Set([...source.keys(), ...translation.keys()])) {
    const [from, to] = [source.get(key), translation.get(key)];
    const where = `${language} ${key}`;
    if (from === undefined || to === undefined) {
      faults.add(`${where}: only in ${from === undefined ? "the translation" : "English"}`);
      continue;
    }
    const wanted = parameters(parse(from), "en", `en ${key}`);
    const differs = wanted.symmetricDifference(parameters(parse(to), language, where));
    if (differs.size > 0) faults.add(`${where}: differs in ${[...differs].join(", ")}`);
  }
}

/** The reasons of the API and of files: types hold them to the catalogue where they become sentences. */
const chosenAtRunTime = "refusal.";

/** A key is named whole, or behind its noun or its group in the same file; the last part may be chosen at run time. */
function isNamed(key: string, code: readonly string[]): boolean {
  const [noun = "", ...rest] = key.split(".");
  const inNoun = rest.join(".");
  const group = inNoun.slice(0, inNoun.lastIndexOf(".") + 1);
  const chosen = group === "" ? `\`${noun}.\${` : `\`${group}\${`;
  return code.some(
    (text) =>
      text.includes(`"${key}"`) ||
      text.includes(chosen) ||
      text.includes(`\`${noun}.${group}\${`) ||
      (text.includes(`"${noun}"`) && text.includes(`"${inNoun}"`)) ||
      (text.includes(`"${noun}.${group.slice(0, -1)}"`) &&
        isNamedInGroup(inNoun.slice(group.length), text)) ||
      isNamedBelow(key.split("."), text),
  );
}

/** Where the translator is that of an outer group: `kinds.${kind}` of "conferences.guest". */
const isNamedBelow = (parts: readonly string[], text: string): boolean =>
  parts.some((_, at) => {
    if (at < 2 || at > parts.length - 2) return false;
    const below = parts.slice(at, -1).join(".");
    return (
      text.includes(`"${parts.slice(0, at).join(".")}"`) &&
      (text.includes(`\`${below}.\${`) || text.includes(`"${below}.${parts.at(-1)}"`))
    );
  });

/** Where the group is the translator's own, its keys stand alone; one that is only chosen at run time is a variable there. */
const isNamedInGroup = (last: string, text: string): boolean =>
  text.includes(`"${last}"`) || /\bt\((?!["`])/.test(text);

const source = flatten(en);
for (const language of languages) {
  compare(source, flatten(await loadMessages(language)), languageTag(language));
}
const files = globSync("{packages,apps}/*/src/**/*.{ts,tsx}", { cwd: root }).filter(
  (file) => !file.startsWith("packages/language/") && !/\.test\.tsx?$/.test(file),
);
const code = files.map((file) => readFileSync(join(root, file), "utf8"));
for (const key of source.keys()) {
  if (key.startsWith(chosenAtRunTime) || isNamed(key, code)) continue;
  faults.add(`en ${key}: used nowhere`);
}

for (const fault of faults) console.error(fault);
process.exitCode = faults.size > 0 ? 1 : 0;
