import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Button } from "../design/button.tsx";
import { TextField } from "../design/text-field.tsx";
import type { Archive, ArchiveSearch } from "./archive-api.ts";
import { ArchiveChoice } from "./archive-choice.tsx";
import { isEnough, searchOf, type Written } from "./written.ts";

export interface ArchiveFormProps {
  readonly archives: readonly Archive[];
  readonly first: Archive;
  readonly isPending: boolean;
  readonly onLook: (question: { readonly at: Archive; readonly json: ArchiveSearch }) => void;
}

const modalities = ["CT", "MR", "US", "DX", "CR", "MG", "PT", "NM", "XA", "ECG", "SM"] as const;
const longest = 64;

/** Whom somebody looks for. It begins with this case's patient. */
export function ArchiveForm({ archives, first, isPending, onLook }: ArchiveFormProps) {
  const t = useTranslations("archive");
  const { patient } = useCase().detail;
  const [at, setAt] = useState(first.id);
  const [written, setWritten] = useState<Written>(() => ({
    family: patient.name.trim().split(/\s+/).at(-1) ?? "",
    born: patient.born ?? "",
  }));
  const write = (change: Written) => setWritten({ ...written, ...change });
  const look = (event: FormEvent) => {
    event.preventDefault();
    const chosen = archives.find(({ id }) => id === at) ?? first;
    if (!isPending) onLook({ at: chosen, json: searchOf(written) });
  };
  return (
    <form className="archive-form" onSubmit={look}>
      {archives.length > 1 && (
        <ArchiveChoice label={t("where")} value={at} onChange={setAt}>
          {archives.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </ArchiveChoice>
      )}
      <Field name="family" written={written} onWrite={write} />
      <Field name="given" written={written} onWrite={write} />
      <Field name="born" type="date" written={written} onWrite={write} />
      <Field name="patientId" written={written} onWrite={write} />
      <MoreFields written={written} onWrite={write} />
      <div className="archive-look">
        <Button type="submit" offReason={isEnough(written) ? undefined : t("sayWhom")}>
          {t("look")}
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly written: Written;
  readonly onWrite: (change: Written) => void;
}

/** By the images themselves. */
function MoreFields({ written, onWrite }: FieldsProps) {
  const t = useTranslations("archive");
  return (
    <details className="archive-more">
      <summary>{t("more")}</summary>
      <div className="archive-form">
        <Field name="accession" written={written} onWrite={onWrite} />
        <ArchiveChoice
          label={t("modality")}
          value={written.modality ?? ""}
          onChange={(modality) => onWrite({ modality })}
        >
          <option value="">{t("anyModality")}</option>
          {modalities.map((modality) => (
            <option key={modality} value={modality}>
              {t(`modalities.${modality}`)}
            </option>
          ))}
        </ArchiveChoice>
        <Field name="from" type="date" written={written} onWrite={onWrite} />
        <Field name="to" type="date" written={written} onWrite={onWrite} />
      </div>
    </details>
  );
}

interface FieldProps extends FieldsProps {
  readonly name: "family" | "given" | "born" | "patientId" | "accession" | "from" | "to";
  readonly type?: "text" | "date";
}

function Field({ name, type = "text", written, onWrite }: FieldProps) {
  const t = useTranslations("archive");
  return (
    <TextField
      label={t(name)}
      type={type}
      maxLength={longest}
      autoComplete="off"
      value={written[name] ?? ""}
      onChange={({ currentTarget }) => onWrite({ [name]: currentTarget.value })}
    />
  );
}
