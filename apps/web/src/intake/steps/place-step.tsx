import {
  countries,
  type OpinionKind,
  opinionKinds,
  type PlaceStanding,
  placeRule,
  placeStanding,
  regionsOf,
} from "@consilium/clinical";
import { type ReactNode, useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Banner } from "../../design/banner.tsx";
import { ChoiceList } from "../../design/choice-list.tsx";
import type { Intake } from "../intake-api.ts";
import { useIntake } from "../intake-context.ts";
import { SelectField } from "../select-field.tsx";
import { StepFrame } from "../step-frame.tsx";

const nowhere = { country: "", region: null, kind: "clinical" as const };

/** The gate by jurisdiction. */
export function PlaceStep() {
  const t = useTranslations("intake");
  const { asker, intake } = useIntake();
  const stands = useStanding();
  return (
    <StepFrame
      step="place"
      title={t("title.place", { asker })}
      lede={t("lede.place")}
      offReason={useOffReason(stands)}
    >
      <PlaceFields place={intake.place ?? nowhere}>
        {stands === "closed" && intake.place && <Closed place={intake.place} />}
      </PlaceFields>
    </StepFrame>
  );
}

/** Why not from there, and what to do. */
function Closed({ place }: { readonly place: Place }) {
  const t = useTranslations("intake");
  const { asker, intake } = useIntake();
  const { gives, because } = placeRule(place, intake.clinicalIn);
  const next = asker === "referrer" ? "closedReferrer" : "closedPatient";
  return (
    <Banner tone="warn" title={t("closedTitle")}>
      {because} {t(gives === "none" ? "closedToAll" : next)}
    </Banner>
  );
}

function useStanding(): PlaceStanding {
  const { intake, standing } = useIntake();
  return placeStanding(intake.place, intake.clinicalIn, standing.role);
}

function useOffReason(stands: PlaceStanding): string | undefined {
  const t = useTranslations("intake");
  const { place } = useIntake().intake;
  switch (stands) {
    case "open":
      return place === undefined ? t("placeNeeds") : t("regionNeeded");
    case "closed":
      return t("closedTitle");
    case "clinical":
    case "educational":
      return undefined;
  }
}

type Place = Pick<NonNullable<Intake["place"]>, "country" | "region" | "kind">;

function PlaceFields({ place, children }: { readonly place: Place; readonly children: ReactNode }) {
  const t = useTranslations("intake");
  const { asker, say } = useIntake();
  const change = (said: Partial<Place>) => {
    const { country, region, kind } = { ...place, ...said };
    if (country !== "") say({ place: { country, region, kind } });
  };
  return (
    <div className="intake-fields">
      <Country value={place.country} onChoose={(country) => change({ country, region: null })} />
      {regionsOf(place.country).length > 0 && (
        <SelectField
          label={t("region")}
          empty={t("chooseRegion")}
          options={regionsOf(place.country).map(({ code, name }) => ({ value: code, label: name }))}
          value={place.region ?? ""}
          onChoose={(region) => change({ region })}
        />
      )}
      {children}
      {asker === "referrer" && place.country !== "" && (
        <Kind value={place.kind} onChoose={(kind) => change({ kind })} />
      )}
    </div>
  );
}

interface CountryProps {
  readonly value: string;
  readonly onChoose: (country: string) => void;
}

/** By their names in the reader's language. */
function Country({ value, onChoose }: CountryProps) {
  const t = useTranslations("intake");
  const locale = useLocale();
  const options = useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: "region" });
    return countries
      .map((code) => ({ value: code, label: names.of(code) ?? code }))
      .toSorted((one, other) => one.label.localeCompare(other.label, locale));
  }, [locale]);
  return (
    <SelectField
      label={t("country")}
      empty={t("chooseCountry")}
      options={options}
      value={value}
      onChoose={onChoose}
    />
  );
}

interface KindProps {
  readonly value: OpinionKind;
  readonly onChoose: (kind: OpinionKind) => void;
}

function Kind({ value, onChoose }: KindProps) {
  const t = useTranslations("intake");
  const options = opinionKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }));
  return <ChoiceList legend={t("kind")} options={options} value={value} onChoose={onChoose} />;
}
