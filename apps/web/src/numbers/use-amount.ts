import { type Part, shareOfPart } from "@consilium/clinical";
import { useFormatter, useTranslations } from "use-intl";

/** Numbers in words. */
export function useAmount() {
  const t = useTranslations("numbers");
  const format = useFormatter();
  const tenths = (value: number) => format.number(value, "tenths");
  return {
    tenths,
    days: (value: number) => t("days", { days: Math.round(value * 10) / 10 }),
    /** "4 of 6 (67%)"; of too few without the percentage. */
    part: (part: Part) => {
      const share = shareOfPart(part);
      if (part.of === 0) return t("none");
      return share === null ? t("partOf", { ...part }) : t("partOfShare", { ...part, share });
    },
  };
}
