import { asNode, type Node } from "../json/node.ts";
import { attribute, element, elements, type XmlElement } from "../xml/xml-element.ts";
import { compact, compactOrNull } from "./compact.ts";
import { conceptNode, conceptOrText, saidText } from "./concepts.ts";
import type { NarrativeContext } from "./narrative-text.ts";
import { quantityNode, rangeNode } from "./quantities.ts";
import { follows, related } from "./statements.ts";

/** HL7's events of the day, as they are spoken. */
const events = new Map([
  ["HS", "at bedtime"],
  ["AC", "before meals"],
  ["PC", "after meals"],
  ["IC", "between meals"],
  ["ACM", "before breakfast"],
  ["ACD", "before lunch"],
  ["ACV", "before dinner"],
  ["PCM", "after breakfast"],
  ["PCD", "after lunch"],
  ["PCV", "after dinner"],
  ["C", "with meals"],
  ["CM", "with breakfast"],
  ["CD", "with lunch"],
  ["CV", "with dinner"],
]);

function limitText(period: XmlElement): string | null {
  const [low, high] = [element(period, "low"), element(period, "high")];
  const unit = attribute(high, "unit") ?? attribute(low, "unit");
  const limits = [attribute(low, "value"), attribute(high, "value")];
  return limits.includes(null) || unit === null ? null : `every ${limits.join(" to ")} ${unit}`;
}

/** How often: a period as numbers, an event or a range of periods in words. */
function frequencyNode(medicine: XmlElement): Node | null {
  for (const time of elements(medicine, "effectiveTime")) {
    const period = element(time, "period");
    const value = attribute(period, "value");
    const unit = attribute(period, "unit");
    if (value !== null && unit !== null)
      return { repeat: { frequency: "1", period: value, periodUnit: unit } };
    const spoken =
      (period === null ? null : limitText(period)) ??
      events.get(attribute(element(time, "event"), "code") ?? "");
    if (spoken) return { code: { text: spoken } };
  }
  return null;
}

/** `bounds` is from when to when an order is to be followed. */
function timingNode(medicine: XmlElement, bounds: Node | null): Node | null {
  const frequency = frequencyNode(medicine);
  if (bounds === null) return frequency;
  const repeat = asNode(frequency?.["repeat"]);
  return { ...frequency, repeat: { ...repeat, boundsPeriod: bounds } };
}

/** An amount without a unit is counted in what it is given as: "2 tablets". */
function doseNode(medicine: XmlElement, narrative: NarrativeContext): Node | null {
  const dose = element(medicine, "doseQuantity");
  const form = conceptNode(element(medicine, "administrationUnitCode"), narrative)?.["text"];
  const quantity = quantityNode(dose);
  if (quantity === null) return compactOrNull({ doseRange: rangeNode(dose) });
  const unit = quantity["unit"] === undefined && typeof form === "string" ? { unit: form } : {};
  return { doseQuantity: { ...quantity, ...unit } };
}

function rateMembers(medicine: XmlElement) {
  const rate = element(medicine, "rateQuantity");
  const quantity = quantityNode(rate);
  return quantity === null ? { rateRange: rangeNode(rate) } : { rateQuantity: quantity };
}

/** A condition of giving it at all: "as needed for pain". */
function asNeeded(medicine: XmlElement, narrative: NarrativeContext): Node | null {
  const [criterion] = elements(medicine, "precondition").flatMap((one) => elements(one, "criterion"));
  return criterion === undefined ? null : conceptOrText(element(criterion, "value"), criterion, narrative);
}

/** The prescriber's own words for how to take it. */
function instructionText(medicine: XmlElement, narrative: NarrativeContext): string | null {
  const free = related(medicine).find((one) => follows(one, "147"));
  return saidText(element(free ?? null, "text"), narrative);
}

export function dosageNode(
  medicine: XmlElement,
  bounds: Node | null,
  narrative: NarrativeContext,
): Node | null {
  const amount = compact({ ...doseNode(medicine, narrative), ...rateMembers(medicine) });
  return compactOrNull({
    text: instructionText(medicine, narrative),
    timing: timingNode(medicine, bounds),
    route: conceptNode(element(medicine, "routeCode"), narrative),
    site: conceptNode(element(medicine, "approachSiteCode"), narrative),
    asNeededCodeableConcept: asNeeded(medicine, narrative),
    doseAndRate: Object.keys(amount).length === 0 ? [] : [amount],
  });
}
