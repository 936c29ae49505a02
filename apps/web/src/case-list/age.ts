/** Whole years on the day `today`; both are calendar days like "1968-03-14". Undefined: born unknown or in the future. */
export function ageOn(born: string | null, today: string): number | undefined {
  if (born === null) return undefined;
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  const age = today.slice(5) < born.slice(5) ? years - 1 : years;
  return Number.isInteger(age) && age >= 0 ? age : undefined;
}
