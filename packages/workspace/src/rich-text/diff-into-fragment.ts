import * as Y from "yjs";
import { diffIntoText } from "./diff-into-text.ts";
import { plainTextOf } from "./plain-text.ts";
import { attributesIn, readElement, readRuns } from "./read-fragment.ts";
import { isSameValue, type RichDocument, type RichElement, type RichNode } from "./rich-node.ts";
import { isRuns, setAttribute, transactionOf, typesOf, type Unit, unitsOf } from "./write-fragment.ts";

/**
 * Brings the fragment to `document` in one transaction with few edits: equal blocks stay, a block that resembles its
 * successor is changed inside by the text between what both share at the ends, the rest is removed or inserted. Never parts a
 * surrogate pair.
 */
export function diffIntoFragment(fragment: Y.XmlFragment, document: RichDocument): void {
  transactionOf(fragment, () => diffChildren(fragment, document.content));
}

type Child = Y.XmlElement | Y.XmlText;

/** A child that stands, and what it holds. */
interface Held {
  readonly type: Child;
  readonly unit: Unit;
}

function diffChildren(parent: Y.XmlFragment, nodes: readonly RichNode[]): void {
  const held = parent.toArray().flatMap((type): Held[] => {
    if (type instanceof Y.XmlText) return [{ type, unit: readRuns(type) }];
    return type instanceof Y.XmlElement ? [{ type, unit: readElement(type) }] : [];
  });
  let at = 0;
  for (const step of align(held, unitsOf(nodes))) {
    if (step.held && step.unit) change(step.held, step.unit);
    else if (step.held) parent.delete(at, 1);
    else if (step.unit) parent.insert(at, typesOf(isRuns(step.unit) ? step.unit : [step.unit]));
    if (step.unit) at += 1;
  }
}

function change({ type, unit: before }: Held, after: Unit): void {
  if (isSameUnit(before, after)) return;
  if (type instanceof Y.XmlText) {
    if (isRuns(after)) diffIntoText(type, after);
  } else if (!isRuns(after)) {
    diffAttributes(type, after.attrs ?? {});
    diffChildren(type, after.content ?? []);
  }
}

function diffAttributes(element: Y.XmlElement, attrs: NonNullable<RichElement["attrs"]>): void {
  const before = attributesIn(element);
  for (const name of Object.keys(before)) if (!(name in attrs)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(attrs))
    if (!isSameValue(before[name], value)) setAttribute(element, name, value);
}

interface Step {
  readonly held?: Held | undefined;
  readonly unit?: Unit | undefined;
}

/** Keeps the order; among all ways to pair, the one that keeps the most. Equal ends are paired before, for speed. */
function align(held: readonly Held[], units: readonly Unit[]): Step[] {
  const isSame = (one: number, other: number): boolean => {
    const [a, b] = [held[one], units[other]];
    return a !== undefined && b !== undefined && isSameUnit(a.unit, b);
  };
  let start = 0;
  while (isSame(start, start)) start += 1;
  let end = 0;
  const shorter = Math.min(held.length, units.length) - start;
  while (end < shorter && isSame(held.length - 1 - end, units.length - 1 - end)) end += 1;
  const pair = (one: number, other: number): Step => ({ held: held[one], unit: units[other] });
  return [
    ...Array.from({ length: start }, (_, index) => pair(index, index)),
    ...alignMiddle(held.slice(start, held.length - end), units.slice(start, units.length - end)),
    ...Array.from({ length: end }, (_, index) => pair(held.length - end + index, units.length - end + index)),
  ];
}

function alignMiddle(held: readonly Held[], units: readonly Unit[]): Step[] {
  const worth = held.map(({ unit }) => units.map((other) => resemblance(unit, other)));
  // best[i][j]: what can be kept of held from i and units from j.
  const best = Array.from({ length: held.length + 1 }, () => new Float64Array(units.length + 1));
  const kept = (one: number, other: number): number => best[one]?.[other] ?? 0;
  const paired = (one: number, other: number): number => {
    const value = worth[one]?.[other] ?? 0;
    return value > 0 ? value + kept(one + 1, other + 1) : 0;
  };
  for (let one = held.length - 1; one >= 0; one -= 1)
    for (let other = units.length - 1; other >= 0; other -= 1)
      best[one]?.fill(
        Math.max(paired(one, other), kept(one + 1, other), kept(one, other + 1)),
        other,
        other + 1,
      );
  const steps: Step[] = [];
  for (let one = 0, other = 0; one < held.length || other < units.length;) {
    if (
      one < held.length &&
      other < units.length &&
      paired(one, other) === kept(one, other) &&
      paired(one, other) > 0
    )
      steps.push({ held: held[one++], unit: units[other++] });
    else if (one < held.length && kept(one + 1, other) >= kept(one, other)) steps.push({ held: held[one++] });
    else steps.push({ unit: units[other++] });
  }
  return steps;
}

/** 0: no pair. Otherwise up to 1, the part of the text that both share at their ends; 2 for equal ones. */
function resemblance(before: Unit, after: Unit): number {
  if (isRuns(before) !== isRuns(after)) return 0;
  if (!isRuns(before) && !isRuns(after) && before.type !== after.type) return 0;
  if (isSameUnit(before, after)) return 2;
  const [one, other] = [textOf(before), textOf(after)];
  const longer = Math.max(one.length, other.length);
  const share = longer === 0 ? 1 : sharedEnds(one, other) / longer;
  return isRuns(before) || share >= 0.25 ? Math.max(share, 0.01) : 0;
}

/** An element without attributes or content may say so or leave it out. */
const isSameUnit = (one: Unit, other: Unit): boolean =>
  isRuns(one) || isRuns(other)
    ? isSameValue(one, other)
    : one.type === other.type &&
      isSameValue(one.attrs ?? {}, other.attrs ?? {}) &&
      isSameValue(one.content ?? [], other.content ?? []);

const textOf = (unit: Unit): string =>
  plainTextOf({ type: "doc", content: isRuns(unit) ? unit : (unit.content ?? []) });

function sharedEnds(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return start + end;
}
