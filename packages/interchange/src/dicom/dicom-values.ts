import { isPartialDate, type PartialDate } from "@consilium/clinical";
import { cleanText } from "../json/node.ts";
import type { DataSet } from "./data-set.ts";

/** The text on one line, "" where there is none. */
export const lineOf = (data: DataSet | null, tag: number): string =>
  cleanText(data?.text(tag) ?? "")
    .replace(/\s+/g, " ")
    .trim();

export const lineOrNull = (data: DataSet | null, tag: number): string | null => lineOf(data, tag) || null;

const isUid = (value: string): boolean => value.length <= 64 && /^\d+(?:\.\d+)*$/.test(value);

/** A well-formed UID, else "". */
export function uidOf(data: DataSet | null, tag: number): string {
  const value = data?.value(tag) ?? "";
  return isUid(value) ? value : "";
}

/** All the values, or null where there are not so many or one is no number. */
export function numbersOf(data: DataSet | null, tag: number, count: number): readonly number[] | null {
  const numbers = data?.numbers(tag) ?? [];
  return numbers.length === count && numbers.every(Number.isFinite) ? numbers : null;
}

export const positiveOrNull = (number: number | null): number | null =>
  number !== null && number > 0 ? number : null;

const nameParts = (group: string): readonly string[] => group.split("^").map((part) => part.trim());

/** "Family^Given^Middle^Prefix^Suffix" as it is said; ideographic names as they are written, family first. */
export function personName(written: string): string {
  const [alphabetic = "", ideographic = ""] = written.split("=");
  const [family = "", given = "", middle = "", before = "", after = ""] = nameParts(alphabetic);
  const spoken = [before, given, middle, family, after].filter((part) => part !== "").join(" ");
  return (
    spoken ||
    nameParts(ideographic)
      .filter((part) => part !== "")
      .join(" ")
  );
}

export const nameOf = (data: DataSet | null, tag: number): string => personName(lineOf(data, tag));

/** Of a DA, also in the old form with full stops; null where it is not a date of the calendar. */
export function dateOf(written: string): PartialDate | null {
  const [, year, month, day] = /^(\d{4})\.?(\d{2})\.?(\d{2})$/.exec(written) ?? [];
  const date = `${year}-${month}-${day}`;
  return isPartialDate(date) ? date : null;
}

/** "101530.25" as "T10:15:30"; "" where there is no minute. */
function timeOf(written: string): string {
  const [, hour, minute, second] = /^(\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d*)?)?$/.exec(written) ?? [];
  if (hour === undefined || minute === undefined) return "";
  return `T${hour}:${minute}${second === undefined ? "" : `:${second}`}`;
}

const offsetOf = (written: string): string => {
  const [, hours, minutes] = /^([+-]\d{2})(\d{2})$/.exec(written) ?? [];
  return hours === undefined ? "" : `${hours}:${minutes}`;
};

/** A day with its time and, where the file says it, its offset from UTC. */
export function momentOf(date: string, time: string, offset: string): PartialDate | null {
  const day = dateOf(date);
  const clock = timeOf(time);
  if (day === null || clock === "") return day;
  return [`${day}${clock}${offsetOf(offset)}`, `${day}${clock}`].find(isPartialDate) ?? day;
}
