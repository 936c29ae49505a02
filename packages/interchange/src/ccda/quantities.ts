import { codeSystems } from "@consilium/clinical";
import type { Node } from "../json/node.ts";
import { attribute, element, type XmlElement } from "../xml/xml-element.ts";
import { compact, compactOrNull } from "./compact.ts";

/** CDA's units are UCUM's by definition; what has white space in it is none, and stays words. "1" is no unit. */
function unitMembers(quantity: XmlElement | null) {
  const unit = attribute(quantity, "unit");
  if (unit === null || unit === "1") return {};
  return /\s/.test(unit) ? { unit } : { unit, system: codeSystems.ucum, code: unit };
}

/** Null without a number. */
export function quantityNode(quantity: XmlElement | null): Node | null {
  const value = attribute(quantity, "value");
  return value === null ? null : compact({ value, ...unitMembers(quantity) });
}

export function rangeNode(interval: XmlElement | null): Node | null {
  return compactOrNull({
    low: quantityNode(element(interval, "low")),
    high: quantityNode(element(interval, "high")),
  });
}

export function ratioNode(ratio: XmlElement | null): Node | null {
  return compactOrNull({
    numerator: quantityNode(element(ratio, "numerator")),
    denominator: quantityNode(element(ratio, "denominator")),
  });
}

const includes = (limit: XmlElement): boolean => attribute(limit, "inclusive") !== "false";

/** An interval open on one side is a number with a comparator: "below 5"; one with both limits has none. */
export function comparedQuantity(interval: XmlElement): Node | null {
  const low = element(interval, "low");
  const high = element(interval, "high");
  const [lowNode, highNode] = [quantityNode(low), quantityNode(high)];
  if (low !== null && lowNode !== null && highNode === null) {
    return { ...lowNode, comparator: includes(low) ? ">=" : ">" };
  }
  if (high !== null && highNode !== null && lowNode === null) {
    return { ...highNode, comparator: includes(high) ? "<=" : "<" };
  }
  return null;
}
