import "./place-tabs.css";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";

/** Between the list, the board and the numbers, for whoever coordinates. */
export function PlaceTabs({ here }: { readonly here: "list" | "board" | "numbers" }) {
  const t = useTranslations("board");
  return (
    <nav className="place-tabs" aria-label={t("places")}>
      <Link to="/cases" aria-current={here === "list" ? "page" : undefined}>
        {t("list")}
      </Link>
      <Link to="/board" aria-current={here === "board" ? "page" : undefined}>
        {t("title")}
      </Link>
      <Link to="/numbers" aria-current={here === "numbers" ? "page" : undefined}>
        {t("numbers")}
      </Link>
    </nav>
  );
}
