const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Milliseconds: less is not worth a word. */
const tolerated = 2 * minute;

/** From where on a larger unit is nearer to how people would say it. */
const units = [
  { unit: "days", long: day, from: 36 * hour },
  { unit: "hours", long: hour, from: 50 * minute },
  { unit: "minutes", long: minute, from: tolerated },
] as const;

export interface Wrong {
  readonly unit: (typeof units)[number]["unit"];
  readonly count: number;
}

/** How wrong a clock is, in words; undefined: right enough. `ahead`: milliseconds, either way. */
export function howWrong(ahead: number): Wrong | undefined {
  const wrong = Math.abs(ahead);
  const fit = units.find(({ from }) => wrong > from);
  return fit && { unit: fit.unit, count: Math.round(wrong / fit.long) };
}
