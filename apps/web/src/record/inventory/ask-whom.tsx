import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import type { CasePerson } from "../../case/people.ts";
import { Avatar } from "../../design/avatar.tsx";
import { TextField } from "../../design/text-field.tsx";

/** Whoever is beside the patient first: they have the records, or know who has. */
const order: readonly CasePerson["role"][] = ["referrer", "care-team", "patient"];

/** Whom one can ask, but not oneself. */
export function useAskable(): readonly CasePerson[] {
  const { people } = useCase();
  return [...people.values()]
    .filter(({ role, hasEnded, isOwn }) => order.includes(role) && !hasEnded && !isOwn)
    .toSorted((one, other) => order.indexOf(one.role) - order.indexOf(other.role));
}

export interface Hospital {
  readonly from: string;
  readonly address: string;
}

/** Whom this case has asked by mail before, the newest first: one press asks them again. */
export function useHospitals(): readonly Hospital[] {
  const { requests } = useCase().detail;
  const known = new Map<string, Hospital>();
  for (const { from, place } of requests.toReversed())
    if (from !== null && place && !known.has(place.address))
      known.set(place.address, { from, address: place.address });
  return [...known.values()];
}

export interface Whom extends Hospital {
  /** A seat; null: nobody of the case. */
  readonly of: string | null;
}

export interface AskWhomProps {
  readonly whom: Whom;
  readonly onChange: (changed: Partial<Whom>) => void;
}

export function AskWhom({ whom, onChange }: AskWhomProps) {
  const t = useTranslations("inventory");
  const hospitals = useHospitals();
  const [isAnother, setAnother] = useState(false);
  const { of, address } = whom;
  const isKnown = of === null && !isAnother && hospitals.some((one) => one.address === address);
  const choose = (chosen: Partial<Whom>, isOther = false) => {
    setAnother(isOther);
    onChange(chosen);
  };
  return (
    <fieldset className="ask-whom">
      <legend>{t("askOf")}</legend>
      <Choices whom={whom} hospitals={hospitals} isKnown={isKnown} onChoose={choose} />
      {of === null && !isKnown && <AnotherHospital whom={whom} onChange={onChange} />}
    </fieldset>
  );
}

interface ChoicesProps extends Pick<AskWhomProps, "whom"> {
  readonly hospitals: readonly Hospital[];
  /** One of them is chosen. */
  readonly isKnown: boolean;
  readonly onChoose: (chosen: Partial<Whom>, isOther?: boolean) => void;
}

function Choices({ whom: { of, address }, hospitals, isKnown, onChoose }: ChoicesProps) {
  const t = useTranslations("inventory");
  const radio = { type: "radio", name: useId() };
  return (
    <div>
      {hospitals.map((hospital) => (
        <label key={hospital.address}>
          <input
            {...radio}
            checked={isKnown && address === hospital.address}
            onChange={() => onChoose({ of: null, ...hospital })}
          />
          {hospital.from}
        </label>
      ))}
      {useAskable().map((person) => (
        <label key={person.seat}>
          <input {...radio} checked={of === person.seat} onChange={() => onChoose({ of: person.seat })} />
          <Avatar person={person} size={20} isDecoration />
          {person.name}
        </label>
      ))}
      <label>
        <input
          {...radio}
          checked={of === null && !isKnown}
          onChange={() => onChoose({ of: null, from: "", address: "" }, true)}
        />
        {t("somebodyElse")}
      </label>
    </div>
  );
}

function AnotherHospital({ whom: { from, address }, onChange }: AskWhomProps) {
  const t = useTranslations("inventory");
  return (
    <>
      <TextField
        label={t("from")}
        hint={t("fromHint")}
        maxLength={500}
        required={address.trim() !== ""}
        value={from}
        onChange={({ currentTarget }) => onChange({ from: currentTarget.value })}
      />
      <TextField
        label={t("address")}
        hint={t("addressHint")}
        type="email"
        autoComplete="off"
        maxLength={254}
        value={address}
        onChange={({ currentTarget }) => onChange({ address: currentTarget.value })}
      />
    </>
  );
}
