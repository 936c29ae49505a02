export const periods = ["30", "90", "365"] as const;

/** What is counted, in the address. */
export interface NumbersSearch {
  /** Days, up to now. */
  readonly days?: (typeof periods)[number];
  readonly specialty?: string;
}

export function readNumbersSearch({ days, specialty }: Record<string, unknown>): NumbersSearch {
  const known = periods.find((period) => period === String(days));
  return {
    ...(known && { days: known }),
    ...(typeof specialty === "string" && specialty !== "" && specialty.length <= 64 && { specialty }),
  };
}
