import "./shell.css";
import { Outlet } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslations } from "use-intl";
import { ScreenOnItsWay } from "./screen-on-its-way.tsx";

/** Around every screen. */
export function Shell() {
  const t = useTranslations("app");
  return (
    <>
      <a href="#content" className="skip-link">
        {t("skipToContent")}
      </a>
      <Suspense fallback={<ScreenOnItsWay />}>
        <Outlet />
      </Suspense>
    </>
  );
}
