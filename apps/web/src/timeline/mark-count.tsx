import { IconHighlight } from "@tabler/icons-react";
import { useTranslations } from "use-intl";

/** How many open marks speak of an entry; nothing where none does. */
export function MarkCount({ count }: { readonly count: number }) {
  const t = useTranslations("timeline");
  if (count === 0) return null;
  return (
    <span className="timeline-marks num">
      <IconHighlight size="0.875rem" stroke={1.75} aria-hidden />
      <span aria-hidden>{count}</span>
      <span className="visually-hidden">{t("marks", { count })}</span>
    </span>
  );
}
