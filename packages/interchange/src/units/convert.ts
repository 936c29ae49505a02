import { ok, refuse, type Result } from "@consilium/foundation";
import { UcumLhcUtils } from "@lhncbc/ucum-lhc";
import { countsParticles } from "./amount-of-substance.ts";
import { significantDigits, withoutNoise, writtenWith } from "./significant-digits.ts";
import { isWellFormed } from "./well-formed.ts";

export interface Converted {
  /** For drawing and comparing: not rounded, apart from the noise of binary fractions. */
  readonly number: number;
  /** For reading: with the significant digits of what was converted. */
  readonly text: string;
}

export type ConversionRefusal =
  | "not-a-number"
  | "not-a-unit"
  | "not-commensurable"
  /** Between mass and amount of substance nothing is assumed. */
  | "needs-molecular-weight";

export interface ConversionOptions {
  /** In g/mol. */
  readonly molecularWeight?: number;
}

/** Whether it is a code of UCUM, by its case-sensitive grammar: `mg/dL` is one, `mgs` is not. */
export const isUnit = (code: string): boolean =>
  isWellFormed(code) && UcumLhcUtils.getInstance().validateUnitString(code).status === "valid";

/**
 * A value in another unit of UCUM. `value` as its source wrote it: how exactly it was written says how exactly it is given
 * back. Never throws.
 */
export function convert(
  value: string,
  from: string,
  to: string,
  options: ConversionOptions = {},
): Result<Converted, ConversionRefusal> {
  const number = value.trim() === "" ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) return refuse("not-a-number");
  if (!isUnit(from) || !isUnit(to)) return refuse("not-a-unit");
  const { molecularWeight } = options;
  const weighs = molecularWeight !== undefined && Number.isFinite(molecularWeight) && molecularWeight > 0;
  if (countsParticles(from) !== countsParticles(to) && !weighs) return refuse("needs-molecular-weight");
  const { status, toVal } = UcumLhcUtils.getInstance().convertUnitTo(
    from,
    number,
    to,
    weighs ? { molecularWeight } : {},
  );
  if (status !== "succeeded" || toVal === null || !Number.isFinite(toVal)) return refuse("not-commensurable");
  return ok({ number: withoutNoise(toVal), text: writtenWith(toVal, significantDigits(value)) });
}
