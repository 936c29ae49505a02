import "./logo.css";
import { useTranslations } from "use-intl";

/** Two readers of one page, and the name. */
export function Logo() {
  const t = useTranslations("app");
  return (
    <span className="logo" translate="no">
      <svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M10.5 3.2a8.8 8.8 0 1 0 0 17.6z" fill="currentColor" />
        <path d="M13.5 6.4a5.6 5.6 0 0 1 0 11.2z" fill="currentColor" opacity=".55" />
      </svg>
      <span className="logo-word">{t("name")}</span>
    </span>
  );
}
