import { IconFileText } from "@tabler/icons-react";
import { type ReactNode, useMemo, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { draftOf } from "../../case/draft-of.ts";
import { SkeletonAfter } from "../../design/skeleton-after.tsx";
import { TextField } from "../../design/text-field.tsx";
import { foundIn } from "../../record/found-in.ts";
import { RecordIcon } from "../../record/record-icon.tsx";
import { type CaseRecord, useRecords } from "../../record/record-query.ts";
import { dateWords } from "../../record/record-words.ts";
import { shownKind } from "../../record/shown-kind.ts";
import { fetchViewerOf } from "../../record/viewers.ts";

export interface StageChoiceProps {
  readonly onChoose: (item: string) => void;
}

/** What of the case can be looked at or shown: its records, and the opinion where one reads it as it is. */
export function StageChoice({ onChoose }: StageChoiceProps) {
  const t = useTranslations("conferences.stage");
  const { detail } = useCase();
  const { data: records } = useRecords();
  const [sought, seek] = useState("");
  const found = useMemo(() => foundIn(records ?? [], sought), [records, sought]);
  const opinion = draftOf(detail);
  if (detail.seat.role === "guest") return <p className="stage-wait">{t("guestWaits")}</p>;
  if (!records) return <SkeletonAfter />;
  return (
    <div className="stage-choice">
      <TextField
        label={t("seek")}
        isLabelHidden
        type="search"
        placeholder={t("seek")}
        value={sought}
        onChange={({ currentTarget }) => seek(currentTarget.value)}
      />
      <ul aria-label={t("choose")}>
        {opinion !== undefined && sought === "" && (
          <Choice
            icon={<IconFileText size="1.125rem" stroke={1.75} aria-hidden />}
            onChoose={() => onChoose(opinion)}
          >
            <b>{t("opinion")}</b>
          </Choice>
        )}
        {found.map((record) => (
          <RecordChoice key={record.id} record={record} onChoose={onChoose} />
        ))}
      </ul>
      {found.length === 0 && <p>{sought === "" ? t("noRecords") : t("nothingFound")}</p>}
    </div>
  );
}

function RecordChoice({ record, onChoose }: StageChoiceProps & { readonly record: CaseRecord }) {
  const format = useFormatter();
  const facts = [dateWords(format, record.date, "day"), record.source].filter((fact) => fact !== "");
  return (
    <Choice
      icon={<RecordIcon kind={shownKind(record)} />}
      onChoose={() => onChoose(record.id)}
      onNear={() => fetchViewerOf(record)}
    >
      <b dir="auto">{record.title}</b>
      <small>{facts.join(" · ")}</small>
    </Choice>
  );
}

interface ChoiceProps {
  readonly icon: ReactNode;
  readonly onChoose: () => void;
  readonly onNear?: () => void;
  readonly children: ReactNode;
}

const Choice = ({ icon, onChoose, onNear, children }: ChoiceProps) => (
  <li>
    <button type="button" onClick={onChoose} onMouseEnter={onNear} onFocus={onNear}>
      {icon}
      <span>{children}</span>
    </button>
  </li>
);
