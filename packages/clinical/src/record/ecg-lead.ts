/** The twelve standard leads in the order in which they are printed, column by column. */
export const standardLeads = [
  "I",
  "II",
  "III",
  "aVR",
  "aVL",
  "aVF",
  "V1",
  "V2",
  "V3",
  "V4",
  "V5",
  "V6",
] as const;

/** Numbers that SCP-ECG (5.6.3-9-n) and MDC (2:n) give to leads: PS3.16, CID 3001. */
const numbered: Readonly<Record<string, string>> = {
  1: "I",
  2: "II",
  3: "V1",
  4: "V2",
  5: "V3",
  6: "V4",
  7: "V5",
  8: "V6",
  9: "V7",
  10: "V2R",
  11: "V3R",
  12: "V4R",
  13: "V5R",
  14: "V6R",
  15: "V7R",
  16: "X",
  17: "Y",
  18: "Z",
  61: "III",
  62: "aVR",
  63: "aVL",
  64: "aVF",
  66: "V8",
  67: "V9",
};

const spelled = [...new Set(Object.values(numbered))];

/** The short name of a lead, by its code and else by its name ("Lead I (Einthoven)"). Null: it is none that is known. */
export function leadNamed(code: string, meaning: string): string | null {
  const [, number] = /^(?:5\.6\.3-9-|2:)(\d{1,2})$/.exec(code) ?? [];
  const byCode = number === undefined ? undefined : numbered[number];
  if (byCode !== undefined) return byCode;
  const [, word = ""] = /^(?:lead\s+)?(\w{1,3})(?:\s+\(.*\))?$/i.exec(meaning.trim()) ?? [];
  return spelled.find((lead) => lead.toLowerCase() === word.toLowerCase()) ?? null;
}
