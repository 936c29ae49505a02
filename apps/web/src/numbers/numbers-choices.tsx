import { IconCalendar, IconDownload, IconStethoscope } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { ChoiceButton } from "../design/choice-button.tsx";
import { tableAddress } from "./numbers-query.ts";
import { type NumbersSearch, periods } from "./numbers-search.ts";

export interface NumbersChoicesProps {
  readonly search: NumbersSearch;
  readonly specialties: readonly string[];
}

const look = { size: "1rem", stroke: 1.75, "aria-hidden": true } as const;
const all = "";

/** Over which days and of which specialty, and all of it as a table. */
export function NumbersChoices({ search, specialties }: NumbersChoicesProps) {
  const t = useTranslations("numbers");
  const names = useTranslations("caseList");
  const navigate = useNavigate();
  const show = ({ specialty = all, ...rest }: NumbersSearch) =>
    void navigate({
      to: "/numbers",
      search: { ...rest, ...(specialty && { specialty }) },
      replace: true,
      resetScroll: false,
    });
  return (
    <div className="numbers-choices">
      <ChoiceButton
        label={t("period")}
        icon={<IconCalendar {...look} />}
        options={periods.map((value) => ({ value, label: t("lastDays", { days: Number(value) }) }))}
        value={search.days ?? "90"}
        onChoose={(days) => show({ ...search, days })}
      />
      <ChoiceButton
        label={t("specialty")}
        icon={<IconStethoscope {...look} />}
        options={[
          { value: all, label: t("everySpecialty") },
          ...[...new Set([...specialties, search.specialty ?? all])]
            .filter((specialty) => specialty !== all)
            .map((specialty) => ({ value: specialty, label: names("specialty", { specialty }) })),
        ]}
        value={search.specialty ?? all}
        onChoose={(specialty) => show({ ...search, specialty })}
      />
      <a className="numbers-download" href={tableAddress(search)} download>
        <IconDownload {...look} />
        {t("download")}
      </a>
    </div>
  );
}
