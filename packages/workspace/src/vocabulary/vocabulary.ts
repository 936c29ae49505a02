import { type DocumentKind, isIntakeValue, isTemplateUse, templatedSections } from "@consilium/clinical";
import { isUlid } from "@consilium/foundation";
import { intakeRoot } from "../intake/intake-map.ts";
import { annotationRules } from "./annotation-fields.ts";
import { itemRules } from "./item-fields.ts";
import { blocks, type ContainerRule, entries, type Rule, scalar } from "./rule.ts";
import { sectionRoot, sectionsOf } from "./sections.ts";
import { templatesRoot } from "./templates-root.ts";
import { isPlainData } from "./values.ts";

/** What a session may write into a document of one kind. `meta` is not in it: only the seed writes there. */
export interface Vocabulary {
  readonly root: (name: string) => ContainerRule | undefined;
  readonly bounds: Bounds;
}

export interface Bounds {
  /** Containers inside containers. */
  readonly depth: number;
  /** Clocks that one frame may add: a leased id could otherwise burn its numbers with one struct of deleted length. */
  readonly newClocks: number;
}

const byUlid = (rule: Rule) => entries((key) => (isUlid(key) ? rule : undefined));
const fields = (rules: ReadonlyMap<string, Rule>) => entries((key) => rules.get(key));

const structured: readonly (readonly [string, ContainerRule])[] = [
  ["items", byUlid(fields(itemRules))],
  ["evidence", byUlid(scalar(isPlainData))],
  ["accepted", byUlid(scalar((value) => value === true))],
];

/** What was answered in steps: each key has its own kind of value, and one that takes none is foreign. */
const intake: readonly [string, ContainerRule] = [
  intakeRoot,
  entries((key) => (isIntakeValue(key, null) ? scalar((value) => isIntakeValue(key, value)) : undefined)),
];

function vocabularyOf(roots: Iterable<readonly [string, ContainerRule]>, bounds: Bounds): Vocabulary {
  const known = new Map(roots);
  return { root: (name) => known.get(name), bounds };
}

/** By section, the template that it was begun with. */
const templates = entries((key) =>
  templatedSections.some((section) => section === key) ? scalar(isTemplateUse) : undefined,
);

const rich = (
  kind: Exclude<DocumentKind, "layer">,
  ...further: readonly (readonly [string, ContainerRule])[]
): Vocabulary =>
  vocabularyOf(
    [
      ...sectionsOf(kind).map((section) => [sectionRoot(section), blocks] as const),
      ...structured,
      ...further,
    ],
    {
      depth: 32,
      newClocks: 1 << 23,
    },
  );

const vocabularies: Record<DocumentKind, Vocabulary> = {
  story: rich("story", intake),
  "story.prior": rich("story.prior"),
  referral: rich("referral", intake),
  "referral.prior": rich("referral.prior"),
  opinion: rich("opinion", [templatesRoot, templates]),
  workpad: rich("workpad"),
  addendum: rich("addendum"),
  conference: rich("conference"),
  layer: vocabularyOf([["a", byUlid(fields(annotationRules))]], { depth: 2, newClocks: 1 << 17 }),
};

export const vocabularyFor = (kind: DocumentKind): Vocabulary => vocabularies[kind];
