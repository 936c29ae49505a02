import { useTranslations } from "use-intl";
import { Banner } from "../design/banner.tsx";
import type { Written } from "./version-fact.tsx";

export interface BehindProps {
  /** What stands there now; undefined: nothing of the programme's own any more. */
  readonly now: Written | undefined;
  /** How many fields both changed. */
  readonly clashes: number;
}

/** Somebody else saved while this form was open. What both changed is shown beside mine; what only they changed is in the form. */
export function Behind({ now, clashes }: BehindProps) {
  const t = useTranslations("programme.behind");
  return (
    <Banner
      tone="warn"
      title={
        now ? t("title", { by: now.by, version: now.version, at: new Date(now.changed) }) : t("takenBack")
      }
    >
      {t("text", { clashes })}
    </Banner>
  );
}
