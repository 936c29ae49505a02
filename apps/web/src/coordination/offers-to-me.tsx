import "./offers-to-me.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { AcceptDialog } from "./accept-dialog.tsx";
import type { OfferToMe } from "./coordination-api.ts";
import { ReasonDialog } from "./reason-dialog.tsx";
import { useCountryName, useLanguageName } from "./region-names.ts";
import { offersQuery, useAnswer } from "./use-offers.ts";

/** First of all work: cases that wait for my answer. Nothing where there are none. */
export function OffersToMe() {
  const t = useTranslations("coordination.asked");
  const { data } = useQuery(offersQuery);
  const offers = data?.items ?? [];
  if (offers.length === 0) return null;
  return (
    <section className="offers-to-me" aria-labelledby="offers-to-me">
      <h2 id="offers-to-me">{t("title", { count: offers.length })}</h2>
      <ul>
        {offers.map((offer) => (
          <Offer key={offer.id} offer={offer} />
        ))}
      </ul>
    </section>
  );
}

function Offer({ offer }: { readonly offer: OfferToMe }) {
  const t = useTranslations("coordination.asked");
  const names = useTranslations("caseList");
  const [asked, ask] = useState<"accept" | "decline">();
  const close = () => ask(undefined);
  const specialty = names("specialty", { specialty: offer.specialty });
  return (
    <li>
      <div className="offer-words">
        <h3>{t("what", { mode: offer.mode, specialty })}</h3>
        <OfferFacts offer={offer} />
        <ol aria-label={t("questions")}>
          {offer.questions.map((question) => (
            <li key={question} dir="auto">
              {question}
            </li>
          ))}
        </ol>
        {offer.note !== null && <p className="offer-facts">{t("note", { note: offer.note })}</p>}
      </div>
      <div className="offer-ways">
        <p>{t("answerBy", { due: new Date(offer.due) })}</p>
        <Button look="filled" size="small" onClick={() => ask("accept")}>
          {t("accept")}
        </Button>
        <Button size="small" onClick={() => ask("decline")}>
          {t("decline")}
        </Button>
      </div>
      {asked === "accept" && <AcceptDialog offer={offer} onClose={close} />}
      {asked === "decline" && <DeclineDialog offer={offer} onClose={close} />}
    </li>
  );
}

function OfferFacts({ offer }: { readonly offer: OfferToMe }) {
  const t = useTranslations("coordination.asked");
  const languageName = useLanguageName();
  const countryName = useCountryName();
  const { by, programme, country, language, patientLanguage, tier, workDue } = offer;
  const facts = [
    t("by", { by, programme }),
    country === null ? t("countryUnknown") : t("country", { country: countryName(country) }),
    t("languages", {
      same: language === patientLanguage ? "yes" : "no",
      language: languageName(language),
      patientLanguage: languageName(patientLanguage),
    }),
    tier === "expedited" ? t("expedited") : "",
    workDue === null ? "" : t("workDue", { due: new Date(workDue) }),
  ];
  return <p className="offer-facts">{facts.filter((fact) => fact !== "").join(" · ")}</p>;
}

function DeclineDialog({ offer, onClose }: { readonly offer: OfferToMe; readonly onClose: () => void }) {
  const t = useTranslations("coordination.asked");
  const { mutate, isPending, error } = useAnswer(offer.id, onClose);
  return (
    <ReasonDialog
      title={t("declineTitle")}
      lede={t("declineLede")}
      act={t("declineAct")}
      isPending={isPending}
      error={error}
      onSend={(reason) => mutate({ answer: "decline", reason })}
      onClose={onClose}
    />
  );
}
