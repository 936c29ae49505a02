import { IconChevronLeft } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";

/** From a form to its list. */
export function BackTo({ to }: { readonly to: "/programme" | "/programme/lists" }) {
  const t = useTranslations("programme");
  return (
    <Link to={to} className="programme-back">
      <IconChevronLeft size="1.125rem" stroke={1.75} aria-hidden />
      {t(to === "/programme" ? "templates.title" : "lists.title")}
    </Link>
  );
}
