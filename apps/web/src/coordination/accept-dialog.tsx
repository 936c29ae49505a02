import "./coordination.css";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { SeverityGlyph } from "../design/severity-glyph.tsx";
import { TextField } from "../design/text-field.tsx";
import type { OfferToMe } from "./coordination-api.ts";
import { useCountryName } from "./region-names.ts";
import { useAnswer } from "./use-offers.ts";

export interface AcceptDialogProps {
  readonly offer: OfferToMe;
  readonly onClose: () => void;
}

/** Under which licence, for a patient where, and with which interests: all three are kept with the answer. */
export function AcceptDialog({ offer, onClose }: AcceptDialogProps) {
  const t = useTranslations("coordination.asked");
  const ways = useTranslations("coordination");
  const [conflicts, setConflicts] = useState("");
  const { mutate, isPending, error } = useAnswer(offer.id, onClose);
  const off =
    offer.licence === null ? t("noLicence") : conflicts.trim() === "" ? t("sayInterests") : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!off && !isPending) mutate({ answer: "accept", conflicts: conflicts.trim() });
  };
  return (
    <Dialog isOpen onClose={onClose} title={t("acceptTitle")}>
      <form className="coordination-form" onSubmit={send}>
        <p>{t("acceptLede")}</p>
        <Licensed offer={offer} />
        <TextField
          label={t("interests")}
          hint={t("interestsHint")}
          value={conflicts}
          maxLength={2000}
          onChange={({ currentTarget }) => setConflicts(currentTarget.value)}
        />
        {error && <Banner tone="stop" title={error.message} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{ways("cancel")}</Button>
          <Button type="submit" look="filled" offReason={off}>
            {t("acceptAct")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Licensed({ offer: { licence, country } }: Pick<AcceptDialogProps, "offer">) {
  const t = useTranslations("coordination.asked");
  const countryName = useCountryName();
  if (!licence) return null;
  const licensed = countryName(licence.country);
  const isElsewhere = country !== null && country !== licence.country;
  return (
    <>
      <p>{t("licence", { number: licence.number, authority: licence.authority, country: licensed })}</p>
      {country === null && <p>{t("countryUnknown")}</p>}
      {isElsewhere && (
        <SeverityGlyph severity="advice">
          {t("elsewhere", { country: countryName(country), licensed })}
        </SeverityGlyph>
      )}
    </>
  );
}
