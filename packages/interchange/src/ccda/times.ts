import type { Node } from "../json/node.ts";
import { attribute, element, elements, type XmlElement } from "../xml/xml-element.ts";
import { compactOrNull } from "./compact.ts";

const written =
  /^(\d{4})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(\.\d{1,9})?)?)?)?)?)?(Z|[+-]\d{2}:?\d{2})?$/;

const offsetOf = (offset: string | undefined): string =>
  offset === undefined || offset === "Z" ? (offset ?? "") : `${offset.slice(0, 3)}:${offset.slice(-2)}`;

/**
 * A time stamp of HL7 as a date as exact as it was written: 201709 is 2017-09, and no midnight is invented. An hour
 * without minutes has no form there: the day stays. What is no such stamp is given back as it is, to be read as words.
 */
export function dateText(stamp: string): string {
  const [, year, month, day, hour, minute, second, fraction = "", offset] = written.exec(stamp) ?? [];
  if (year === undefined) return stamp;
  const date = [year, month, day].filter((part) => part !== undefined).join("-");
  if (hour === undefined || minute === undefined) return date;
  return `${date}T${hour}:${minute}${second === undefined ? "" : `:${second}${fraction}`}${offsetOf(offset)}`;
}

export function timeOf(time: XmlElement | null): string | null {
  const stamp = attribute(time, "value");
  return stamp === null ? null : dateText(stamp);
}

/** The moment of an act: its own, else where it began, else its middle or its end. */
export const momentOf = (time: XmlElement | null): string | null =>
  timeOf(time) ??
  timeOf(element(time, "low")) ??
  timeOf(element(time, "center")) ??
  timeOf(element(time, "high"));

export const beginOf = (time: XmlElement | null): string | null =>
  timeOf(time) ?? timeOf(element(time, "low"));

/** An end that is said to be, even where nobody knows when. */
export const hasEnd = (time: XmlElement | null): boolean =>
  element(time, "high") !== null && attribute(element(time, "high"), "nullFlavor") !== "NA";

/** The interval as a period; a single moment has no end. */
export const periodOf = (time: XmlElement | null): Node | null =>
  compactOrNull({
    start: beginOf(time) ?? timeOf(element(time, "center")),
    end: timeOf(element(time, "high")),
  });

/** The interval among several times of a medicine: the others say how often. */
export const intervalOf = (parent: XmlElement): XmlElement | null => {
  const times = elements(parent, "effectiveTime");
  return (
    times.find((time) => element(time, "low") !== null || element(time, "high") !== null) ??
    times.find((time) => attribute(time, "value") !== null) ??
    null
  );
};
