/** Digits that a written number vouches for: 3 of 60.0, 1 of 0.05, 2 of 1.6e-3. None of zero: it says nothing of its size. */
export function significantDigits(text: string): number | undefined {
  const [mantissa = ""] = text.toLowerCase().split("e");
  const digits = mantissa.replaceAll(/\D/g, "").replace(/^0+/, "");
  return digits.length === 0 ? undefined : digits.length;
}

/** Significant digits that a 64-bit number always holds: what lies beyond is the noise of binary fractions. */
const mostDigits = 12;

export const withoutNoise = (value: number): number => Number(value.toPrecision(mostDigits));

/** With as many digits as asked for, without an exponent where there is room to write it out. */
export function writtenWith(value: number, digits: number | undefined): string {
  if (digits === undefined) return String(withoutNoise(value));
  const text = value.toPrecision(Math.min(digits, mostDigits));
  return text.includes("e") ? String(Number(text)) : text;
}
