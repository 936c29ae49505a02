import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { PageTitle } from "../design/page-title.tsx";
import { useContent } from "./content-context.ts";

export interface PartFrameProps {
  /** What this part is for, and whom it reaches. */
  readonly lede: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** Around each of the three parts: where they are, and the way between them. */
export function PartFrame({ lede, action, children }: PartFrameProps) {
  const t = useTranslations("programme");
  const { content, say } = useContent();
  const own = { activeProps: { "aria-current": "page" }, onClick: () => say(undefined) } as const;
  return (
    <>
      <PageTitle>{t("headline", content)}</PageTitle>
      <nav className="programme-parts" aria-label={t("parts")}>
        <Link to="/programme" activeOptions={{ exact: true }} {...own}>
          {t("templates.title")}
        </Link>
        <Link to="/programme/lists" {...own}>
          {t("lists.title")}
        </Link>
        <Link to="/programme/emergencies" {...own}>
          {t("emergencies.title")}
        </Link>
      </nav>
      <div className="programme-lede">
        <p>{lede}</p>
        {action}
      </div>
      {children}
    </>
  );
}
