import { useTimeZone, useTranslations } from "use-intl";

/** The keys of the list, and in whose time its clocks are: once a page. */
export function KeysBar() {
  const t = useTranslations("caseList");
  const clocks = useTranslations("case");
  const zone = useTimeZone() ?? "UTC";
  return (
    <footer className="keys-bar">
      <ul className="keys-bar-keys" aria-label={t("keys")}>
        <li>
          <kbd translate="no">J</kbd> <kbd translate="no">K</kbd> {t("keyMove")}
        </li>
        <li>
          <kbd translate="no">↵</kbd> {t("keyOpen")}
        </li>
      </ul>
      <span>{clocks("timesShownIn", { zone: cityOf(zone) })}</span>
    </footer>
  );
}

/** "Europe/Stockholm" as people say it. */
const cityOf = (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
