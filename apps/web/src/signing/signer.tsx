import { useTranslations } from "use-intl";
import type { SigningSheet } from "./use-signing.ts";

/** Who signs, as it is printed. */
export function Signer({ signer: { name, profession, workplace, licence } }: Pick<SigningSheet, "signer">) {
  const t = useTranslations("signing");
  return (
    <p className="sign-who">
      <b>{name}</b> {[profession, workplace].filter(Boolean).join(", ")}
      <br />
      {licence ? t("licence", licence) : t("off.no-licence")}
    </p>
  );
}
