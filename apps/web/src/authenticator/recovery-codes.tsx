import { useTranslations } from "use-intl";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";

export interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** Shown once: the server keeps only what they are recognized by. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const t = useTranslations("authenticator");
  return (
    <section className="authenticator">
      <Banner tone="ok" title={t("confirmed")} />
      <h2>{t("recovery")}</h2>
      <p>{t("recoveryText")}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button look="filled" onClick={onDone}>
        {t("written")}
      </Button>
    </section>
  );
}
