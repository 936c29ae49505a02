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
    <output className="skeleton" data-shown={isShown || undefined} aria-busy="true">
      <span aria-hidden="true">
        {lines.map((width, at) => (
          <svg key={at} width={`${width}%`} height="14">
            <rect width="100%" height="14" rx="3" />
          </svg>
        ))}
      </span>
      <span className={children ? "skeleton-words" : "visually-hidden"}>
        {isShown && (children ?? t("loading"))}
      </span>
    </output>
  );
}
