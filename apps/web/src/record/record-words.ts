import { type LaboratoryPoint, type PartialDate, valueText } from "@consilium/clinical";
import type { useFormatter } from "use-intl";

type Format = ReturnType<typeof useFormatter>;

/**
 * A date as exact as its source knew it. Read as UTC and shown as UTC, so that a day without a time stays that day everywhere.
 */
export function dateWords(format: Format, date: PartialDate | null, look: "long" | "day" = "long"): string {
  if (date === null) return "";
  if (date.length === 4) return date;
  const zone = { timeZone: "UTC" } as const;
  const day = new Date(`${date.slice(0, 10)}${date.length === 7 ? "-01" : ""}T00:00:00Z`);
  if (date.length === 7) return format.dateTime(day, { ...zone, month: "long", year: "numeric" });
  const year = look === "long" ? ({ year: "numeric" } as const) : {};
  return format.dateTime(day, { ...zone, ...year, day: "numeric", month: "short" });
}

/** A value with its unit, as it is read aloud: "6.1 µg/L". */
export const measured = ({ value }: Pick<LaboratoryPoint, "value">, unit: string | undefined): string =>
  value.kind === "quantity" && unit ? `${valueText(value)} ${unit}` : valueText(value);
