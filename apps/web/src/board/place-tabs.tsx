import "./place-tabs.css";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";

/** Between the list, the board, the numbers and what the programme writes itself, for whoever coordinates. */
export function PlaceTabs({ here }: { readonly here: "list" | "board" | "numbers" | "programme" }) {
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
      <Link to="/programme" aria-current={here === "programme" ? "page" : undefined}>
        {t("programme")}
      </Link>
    </nav>
  );
}
