import { proxyScopes } from "@consilium/clinical";
import { useTranslations } from "use-intl";
import { CheckList } from "../design/choice-list.tsx";
import { TextField } from "../design/text-field.tsx";
import type { NewPlace } from "./new-place.ts";

export interface ProxyFieldsProps {
  readonly place: NewPlace;
  readonly onChange: (part: Partial<NewPlace>) => void;
}

/** How far somebody stands in for the patient, and by what right. */
export function ProxyFields({ place, onChange }: ProxyFieldsProps) {
  const t = useTranslations("people");
  return (
    <>
      <CheckList
        legend={t("scopes")}
        options={proxyScopes.map((value) => ({
          value,
          label: t(`scopeName.${value}`),
          hint: t(`scopeMeans.${value}`),
        }))}
        values={place.scopes}
        onChange={(scopes) => onChange({ scopes })}
      />
      <TextField
        label={t("basis")}
        hint={t("basisHint")}
        maxLength={2000}
        value={place.basis}
        onChange={({ currentTarget }) => onChange({ basis: currentTarget.value })}
      />
    </>
  );
}
