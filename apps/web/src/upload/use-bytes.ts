import { useFormatter } from "use-intl";

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** A number of bytes as people read it: at most one place after the point, in steps of a thousand. */
export function useBytes(): (bytes: number) => string {
  const format = useFormatter();
  return (bytes) => {
    const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
    const value = bytes / 1000 ** step;
    return format.number(value, {
      style: "unit",
      unit: units[step] ?? "byte",
      unitDisplay: step === 0 ? "long" : "short",
      maximumFractionDigits: value < 10 && step > 1 ? 1 : 0,
    });
  };
}
