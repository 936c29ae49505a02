import { useTranslations } from "use-intl";

export interface Written {
  readonly version: number;
  /** ISO 8601. */
  readonly changed: string;
  readonly by: string;
}

/** Which version it is, and who wrote it when. */
export function VersionFact({ version, changed, by }: Written) {
  const t = useTranslations("programme");
  return <p className="programme-fact">{t("version", { version, changed: new Date(changed), by })}</p>;
}
