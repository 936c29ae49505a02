import type { ImageUnit } from "@consilium/workspace";
import { useCallback } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { Measured } from "./measure.ts";

/** What was measured, for a person: "21.4 mm", "312 px²". Null: nothing. */
export function useMeasureWords(): (measured: Measured | undefined) => string | null {
  const t = useTranslations("imaging");
  const format = useFormatter();
  return useCallback(
    (measured) => {
      if (!measured) return null;
      const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
      const fine = (value: number) => format.number(value, digits);
      const whole = (value: number) => format.number(value, { maximumFractionDigits: 0 });
      const length = (value: string, unit: ImageUnit) => t(`length.${unit}`, { value });
      switch (measured.is) {
        case "length":
          return length(fine(measured.length), measured.unit);
        case "diameters":
          return length(`${fine(measured.long)} × ${fine(measured.short)}`, measured.unit);
        case "angle":
          return t("degrees", { value: fine(measured.degrees) });
        case "value":
          return measured.values
            ? t("value", { value: whole(measured.values.mean), unit: measured.values.unit }).trim()
            : null;
        case "area": {
          const area = t(`area.${measured.unit}`, {
            value: measured.area < 100 ? fine(measured.area) : whole(measured.area),
          });
          if (!measured.values) return area;
          const { mean, deviation, unit } = measured.values;
          return t("areaValues", { area, mean: whole(mean), deviation: whole(deviation), unit }).replace(
            / +/g,
            " ",
          );
        }
      }
    },
    [t, format],
  );
}
