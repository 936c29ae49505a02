import { useTimeZone, useTranslations } from "use-intl";

export interface KeysBarProps {
  /** Whether some of the cases are coordinated by whoever looks. */
  readonly isCoordinator: boolean;
}

/** The keys of the list, and in whose time its clocks are: once a page. */
export function KeysBar({ isCoordinator }: KeysBarProps) {
  const t = useTranslations("caseList");
  const clocks = useTranslations("case");
  const zone = useTimeZone() ?? "UTC";
  return (
    <footer className="keys-bar">
      <ul className="keys-bar-keys" aria-label={t("keys")}>
        <li>
          <Key name="J" /> <Key name="K" /> {t("keyMove")}
        </li>
        <li>
          <Key name="↵" /> {t("keyOpen")}
        </li>
        <li>
          <Key name="R" /> {t("keyRecords")}
        </li>
        {isCoordinator && (
          <li>
            <Key name="A" /> {t("keyAssign")}
          </li>
        )}
        <li>
          <Key name="G" /> {t("keyGroup")}
        </li>
      </ul>
      <span>{clocks("timesShownIn", { zone: cityOf(zone) })}</span>
    </footer>
  );
}

const Key = ({ name }: { readonly name: string }) => <kbd translate="no">{name}</kbd>;

/** "Europe/Stockholm" as people say it. */
const cityOf = (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
