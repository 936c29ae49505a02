import "./skeleton-after.css";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";

export interface SkeletonAfterProps {
  /** Width of each line in percent: the shape of what comes. */
  readonly lines?: readonly number[];
  /** What is on its way, when it can be said. */
  readonly children?: ReactNode;
}

/** Milliseconds: what comes faster than this is shown without a flicker. */
const patience = 300;

/** The shape of what comes, never pulsing. Takes its room from the beginning, so that nothing moves when it shows. */
export function SkeletonAfter({ lines = [34, 96, 92, 97, 61], children }: SkeletonAfterProps) {
  const t = useTranslations("app");
  const [isShown, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeleton" data-shown={isShown || undefined} role="status" aria-busy="true">
      <div aria-hidden="true">
        {lines.map((width, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- Lines have nothing but their place.
          <svg key={at} width={`${width}%`} height="14">
            <rect width="100%" height="14" rx="3" />
          </svg>
        ))}
      </div>
      <p className={children ? undefined : "visually-hidden"}>{isShown && (children ?? t("loading"))}</p>
    </div>
  );
}
