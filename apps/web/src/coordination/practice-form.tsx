import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { TextField } from "../design/text-field.tsx";
import type { Practice } from "./coordination-api.ts";
import { codesIn, isCountry, isLanguage } from "./read-codes.ts";

export interface PracticeFormProps {
  /** Null: nobody has said it yet. */
  readonly practice: Practice | null;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onSave: (practice: Practice) => void;
}

const specialties = ["oncology", "cardiology", "spine", "neurology", "radiology", "pathology"] as const;

/** What somebody works on, in which languages, for whom, and how much at once. */
export function PracticeForm({ practice, isPending, error, onSave }: PracticeFormProps) {
  const t = useTranslations("coordination.practice");
  const draft = useDraft(practice);
  const wrong = draft.wrong();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!wrong && !isPending) onSave(draft.read());
  };
  return (
    <form className="coordination-form" onSubmit={save}>
      <Specialties chosen={draft.chosen} onChoose={draft.choose} />
      <Codes draft={draft} wrong={wrong} />
      <Room draft={draft} wrong={wrong} />
      {error && <Banner tone="stop" title={error.message} />}
      <div className="dialog-actions">
        <Button type="submit" look="filled" offReason={wrong ? t("mend") : undefined}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly draft: ReturnType<typeof useDraft>;
  readonly wrong: Wrong | undefined;
}

function Codes({ draft, wrong }: FieldsProps) {
  const t = useTranslations("coordination.practice");
  return (
    <>
      <TextField
        label={t("languages")}
        hint={t("languagesHint")}
        value={draft.languages}
        error={wrong?.field === "languages" ? t("notLanguage", { code: wrong.code }) : undefined}
        onChange={({ currentTarget }) => draft.setLanguages(currentTarget.value)}
      />
      <TextField
        label={t("countries")}
        hint={t("countriesHint")}
        value={draft.countries}
        error={wrong?.field === "countries" ? t("notCountry", { code: wrong.code }) : undefined}
        onChange={({ currentTarget }) => draft.setCountries(currentTarget.value)}
      />
    </>
  );
}

function Room({ draft, wrong }: FieldsProps) {
  const t = useTranslations("coordination.practice");
  return (
    <>
      <TextField
        label={t("most")}
        type="number"
        min={0}
        max={50}
        value={draft.most}
        error={wrong?.field === "most" ? t("notMost") : undefined}
        onChange={({ currentTarget }) => draft.setMost(currentTarget.value)}
      />
      <label className="coordination-check">
        <input
          type="checkbox"
          checked={draft.takes}
          onChange={({ currentTarget }) => draft.setTakes(currentTarget.checked)}
        />
        {t("takes")}
      </label>
    </>
  );
}

interface SpecialtiesProps {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (specialty: string, isChosen: boolean) => void;
}

function Specialties({ chosen, onChoose }: SpecialtiesProps) {
  const t = useTranslations("coordination.practice");
  const names = useTranslations("caseList");
  return (
    <fieldset className="coordination-choices">
      <legend>{t("specialties")}</legend>
      {specialties.map((specialty) => (
        <label key={specialty} className="coordination-check">
          <input
            type="checkbox"
            checked={chosen.has(specialty)}
            onChange={({ currentTarget }) => onChoose(specialty, currentTarget.checked)}
          />
          {names("specialty", { specialty })}
        </label>
      ))}
    </fieldset>
  );
}

type Wrong =
  | { readonly field: "languages" | "countries"; readonly code: string }
  | { readonly field: "most" };

/** As it is written; read as a practice when nothing in it is wrong. */
function useDraft(practice: Practice | null) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(practice?.specialties));
  const [languages, setLanguages] = useState(practice?.languages.join(", ") ?? "");
  const [countries, setCountries] = useState(practice?.countries.join(", ") ?? "");
  const [most, setMost] = useState(String(practice?.most ?? 4));
  const [takes, setTakes] = useState(practice?.takes ?? true);
  const choose = (specialty: string, isChosen: boolean) => {
    const others = [...chosen].filter((one) => one !== specialty);
    setChosen(new Set(isChosen ? [...others, specialty] : others));
  };
  const wrong = (): Wrong | undefined => {
    const language = codesIn(languages).find((code) => !isLanguage(code));
    if (language !== undefined) return { field: "languages", code: language };
    const country = codesIn(countries).find((code) => !isCountry(code.toUpperCase()));
    if (country !== undefined) return { field: "countries", code: country };
    return /^\d{1,2}$/.test(most.trim()) && Number(most) <= 50 ? undefined : { field: "most" };
  };
  const read = (): Practice => ({
    specialties: [...chosen],
    languages: codesIn(languages),
    countries: codesIn(countries).map((code) => code.toUpperCase()),
    most: Number(most),
    takes,
  });
  const set = { setLanguages, setCountries, setMost, setTakes, choose };
  return { chosen, languages, countries, most, takes, ...set, wrong, read };
}
