import type { Node } from "../json/node.ts";
import type { Json } from "../json/parse-json.ts";
import { attribute, element, elements, textIn, type XmlElement } from "../xml/xml-element.ts";
import { compactOrNull } from "./compact.ts";
import { concepts, conceptNode, saidText } from "./concepts.ts";
import type { NarrativeContext } from "./narrative-text.ts";
import { comparedQuantity, quantityNode, rangeNode, ratioNode } from "./quantities.ts";
import { periodOf, timeOf } from "./times.ts";

type Members = Readonly<Record<string, Json>>;

/** Why HL7 says that there is no value. */
const absences = new Map([
  ["NI", "no information"],
  ["UNK", "unknown"],
  ["ASKU", "asked but unknown"],
  ["NAV", "temporarily unavailable"],
  ["NASK", "not asked"],
  ["NA", "not applicable"],
  ["MSK", "masked"],
  ["OTH", "other"],
  ["NINF", "below what can be said"],
  ["PINF", "above what can be said"],
]);

const absent = (reason: string): Members => ({ dataAbsentReason: { text: absences.get(reason) ?? reason } });

function textValue(value: XmlElement, context: NarrativeContext): Members {
  const words = saidText(value, context) ?? attribute(value, "value") ?? attribute(value, "displayName");
  return words === null ? {} : { valueString: words };
}

/** What is not said is not "no". */
const booleanValue = (said: string | null): Members =>
  said === "true" || said === "false" ? { valueBoolean: said === "true" } : {};

function intervalValue(value: XmlElement): Members {
  const compared = comparedQuantity(value);
  if (compared !== null) return { valueQuantity: compared };
  const range = rangeNode(value);
  if (range !== null) return { valueRange: range };
  const center = quantityNode(element(value, "center"));
  return center === null ? {} : { valueQuantity: center };
}

/** By the type of the value; one that nobody knows is read as what it says. */
function typedValue(value: XmlElement, context: NarrativeContext): Members {
  const type = (attribute(value, "xsi:type") ?? "").replace(/^.*:/, "").replace(/^SXCM_/, "");
  switch (type) {
    case "PQ":
    case "REAL":
    case "INT":
    case "MO":
      return { valueQuantity: quantityNode(value) };
    case "CD":
    case "CE":
    case "CO":
    case "CV":
    case "CS":
      return { valueCodeableConcept: conceptNode(value, context) };
    case "IVL_PQ":
    case "IVL_INT":
    case "IVL_REAL":
      return intervalValue(value);
    case "RTO":
    case "RTO_PQ_PQ":
    case "RTO_QTY_QTY":
      return { valueRatio: ratioNode(value) };
    case "TS":
      return { valueDateTime: timeOf(value) };
    case "IVL_TS":
      return { valuePeriod: periodOf(value) };
    case "BL":
      return booleanValue(attribute(value, "value"));
    default:
      return textValue(value, context);
  }
}

const saysSomething = (members: Members): boolean =>
  Object.values(members).some((member) => member !== null && member !== undefined);

/** A picture or a recording: its signs are no words. */
const isBinary = (value: XmlElement): boolean => attribute(value, "representation") === "B64";

/** The value of an observation in FHIR's members; several are read as their words, in one line each. */
export function valueMembers(observation: XmlElement, context: NarrativeContext): Members {
  const values = elements(observation, "value").filter((value) => !isBinary(value));
  const [first, ...others] = values;
  if (first === undefined) return {};
  if (others.length > 0) {
    const words = values.map((value) => wordsOf(value, context)).filter((one) => one !== "");
    return words.length === 0 ? {} : { valueString: words.join("\n") };
  }
  const members = typedValue(first, context);
  if (saysSomething(members)) return members;
  const text = textValue(first, context);
  if (saysSomething(text)) return text;
  const reason = attribute(first, "nullFlavor");
  return reason === null ? {} : absent(reason);
}

function wordsOf(value: XmlElement, context: NarrativeContext): string {
  const { text } = conceptNode(value, context) ?? {};
  if (typeof text === "string") return text;
  const parts = [attribute(value, "value"), attribute(value, "unit"), textIn(value).trim() || null];
  return parts.filter((part) => part !== null).join(" ");
}

function referenceRange(range: XmlElement, context: NarrativeContext): Node | null {
  const observed = element(range, "observationRange");
  const [value] = elements(observed, "value");
  const isInterval = (attribute(value ?? null, "xsi:type") ?? "IVL_PQ").includes("IVL");
  const limits = value === undefined || !isInterval ? null : rangeNode(value);
  const own = value !== undefined && !isInterval ? wordsOf(value, context) : "";
  return compactOrNull({
    ...limits,
    type: conceptNode(element(observed, "code"), context),
    text: saidText(element(observed, "text"), context) ?? (own === "" ? null : own),
  });
}

/** The ranges that a value is compared with, and what that says. */
export const judgementMembers = (observation: XmlElement, context: NarrativeContext): Members => ({
  interpretation: concepts(elements(observation, "interpretationCode"), context),
  referenceRange: elements(observation, "referenceRange")
    .map((range) => referenceRange(range, context))
    .filter((range) => range !== null),
});
