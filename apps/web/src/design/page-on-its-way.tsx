import { useTranslations } from "use-intl";
import { SkeletonAfter, type SkeletonAfterProps } from "./skeleton-after.tsx";

export interface PageOnItsWayProps extends SkeletonAfterProps {
  /** What the page will be called, where that is known already. */
  readonly title?: string;
}

/** A page before what it shows is there. It has its heading from the beginning: whoever goes by headings finds one. */
export function PageOnItsWay({ title, ...skeleton }: PageOnItsWayProps) {
  const t = useTranslations("app");
  return (
    <>
      <h1 className="visually-hidden">{title ?? t("loading")}</h1>
      <SkeletonAfter {...skeleton} />
    </>
  );
}
