import "./shell.css";
import { Outlet } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslations } from "use-intl";
import { MainContent } from "../app/main-content.tsx";
import { PageOnItsWay } from "../design/page-on-its-way.tsx";

/** Around every screen. */
export function Shell() {
  const t = useTranslations("app");
  return (
    <>
      <a href="#content" className="skip-link">
        {t("skipToContent")}
      </a>
      <Suspense
        fallback={
          <MainContent>
            <PageOnItsWay />
          </MainContent>
        }
      >
        <Outlet />
      </Suspense>
    </>
  );
}
