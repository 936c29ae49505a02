import { useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { StateGlyph, type WorkState } from "../design/state-glyph.tsx";
import { CandidateRow } from "./candidate-row.tsx";
import type { Candidate, OfferInCase, Triage } from "./coordination-api.ts";
import { OfferDialog } from "./offer-dialog.tsx";
import { PracticeDialog } from "./practice-dialog.tsx";
import { useWithdrawOffer } from "./use-triage.ts";

/** Who is asked, and who could be: the best fit first. */
export function OffersSection({ triage: { offers, candidates } }: { readonly triage: Triage }) {
  const t = useTranslations("coordination");
  const { detail } = useCase();
  const [asked, ask] = useState<{ readonly what: "offer" | "practice"; readonly whom: Candidate }>();
  const mayOffer = detail.commands.includes("offer a case, withdraw an offer");
  const waiting = new Set(offers.filter(({ state }) => state === "offered").map(({ person }) => person.id));
  const close = () => ask(undefined);
  return (
    <section className="triage-section" aria-labelledby="triage-offers">
      <h2 id="triage-offers">{t("offers")}</h2>
      {offers.length === 0 && <p>{t("noOffer")}</p>}
      <ul className="triage-offers">
        {offers.map((offer) => (
          <OfferRow key={offer.id} offer={offer} mayWithdraw={mayOffer} />
        ))}
      </ul>
      <h3>{t("whoCould")}</h3>
      {!mayOffer && <p>{t("notNow")}</p>}
      {candidates.length === 0 && <p>{t("nobody")}</p>}
      <ol className="triage-candidates">
        {candidates.map((candidate) => (
          <CandidateRow
            key={candidate.id}
            candidate={candidate}
            isAsked={waiting.has(candidate.id)}
            onOffer={mayOffer ? () => ask({ what: "offer", whom: candidate }) : undefined}
            onPractice={() => ask({ what: "practice", whom: candidate })}
          />
        ))}
      </ol>
      {asked?.what === "offer" && <OfferDialog candidate={asked.whom} onClose={close} />}
      {asked?.what === "practice" && <PracticeDialog candidate={asked.whom} onClose={close} />}
    </section>
  );
}

const looks: Record<OfferInCase["state"], WorkState> = {
  offered: "open",
  accepted: "done",
  declined: "declined",
  withdrawn: "declined",
  lapsed: "not-available",
};

interface OfferRowProps {
  readonly offer: OfferInCase;
  readonly mayWithdraw: boolean;
}

function OfferRow({ offer, mayWithdraw }: OfferRowProps) {
  const t = useTranslations("coordination");
  const { mutate, isPending, error } = useWithdrawOffer();
  const { person, mode, state, due, answered, reason, conflicts } = offer;
  const at = new Date(state === "offered" || state === "lapsed" ? due : (answered ?? due));
  return (
    <li>
      <div>
        <b>{person.name}</b> <span className="triage-fact">{t(`mode.${mode}`)}</span>
      </div>
      <StateGlyph state={looks[state]}>{t(`offerState.${state}`, { at })}</StateGlyph>
      {reason !== null && <p className="triage-note">{t("because", { reason })}</p>}
      {conflicts !== null && <p className="triage-note">{t("conflicts", { words: conflicts })}</p>}
      {state === "offered" && mayWithdraw && (
        <Button size="small" look="quiet" disabled={isPending} onClick={() => mutate(offer.id)}>
          {t("takeBack", { name: person.name })}
        </Button>
      )}
      {error && <Banner tone="stop" title={error.message} />}
    </li>
  );
}
