import { useTranslations } from "use-intl";
import { useCountryName } from "../coordination/region-names.ts";
import type { SigningSheet } from "./use-signing.ts";

export type SignerProps = Pick<SigningSheet, "signer">;

/** Who signs, as it is printed. */
export function Signer({ signer: { name, profession, workplace, licence } }: SignerProps) {
  const t = useTranslations("signing");
  const countryName = useCountryName();
  return (
    <p className="sign-who">
      <b>{name}</b> {[profession, workplace].filter(Boolean).join(", ")}
      <br />
      {licence ? t("licence", { ...licence, country: countryName(licence.country) }) : t("off.no-licence")}
    </p>
  );
}
