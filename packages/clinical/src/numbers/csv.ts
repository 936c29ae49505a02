export type CsvValue = string | number | boolean | null;

/** Spreadsheets run what begins so as a formula; an apostrophe before it makes it text. */
const startsFormula = /^[=+\-@\t\r]/u;

/** RFC 4180: lines end in CRLF; what holds a comma, a quote or a new line is quoted. */
export const toCsv = (rows: readonly (readonly CsvValue[])[]): string =>
  rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");

function cellOf(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = startsFormula.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
