import { useCallback } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { Drawing } from "../drawn/drawing.ts";
import { measureOnSlide } from "./slide-scale.ts";

/** What a mark measures, for a person: "210 µm", "0.12 mm²", "312 px". Null: nothing. */
export function useSlideSays(micrometres: number | null): (drawing: Drawing) => string | null {
  const t = useTranslations("slide");
  const format = useFormatter();
  return useCallback(
    (drawing) => {
      const measured = measureOnSlide(drawing, micrometres);
      if (!measured) return null;
      const digits = measured.unit === "mm" ? 2 : measured.value < 10 ? 1 : 0;
      const value = format.number(measured.value, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
      return t(`${measured.is}.${measured.unit}`, { value });
    },
    [t, format, micrometres],
  );
}
