import { Link } from "@tanstack/react-router";
import { useFormatter, useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { isNotWhole, NotWhole } from "../record/not-whole.tsx";
import { RecordIcon } from "../record/record-icon.tsx";
import { filedContent, useRecords } from "../record/record-query.ts";
import type { Delivery, MissingImages, OneDelivery, Outcome } from "./delivery-api.ts";
import { LeftOutOfFiles } from "./left-out-of-files.tsx";
import { ResultSentences } from "./result-sentences.tsx";
import { byReason, countKinds, resultOf } from "./result-words.ts";

const mostLinks = 12;
const mostPaths = 50;

export interface DeliveryResultProps {
  readonly delivery: Delivery;
  /** What became of each file. Undefined: on its way, or not asked for. */
  readonly word: OneDelivery | undefined;
}

/** What the index of a disc names and what of that is not here, a sentence for each study. */
export function Missing({ missing }: { readonly missing: readonly MissingImages[] | undefined }) {
  const t = useTranslations("delivery");
  const { data: records } = useRecords();
  const titleOf = (id: string | null) => records?.find((record) => record.id === id)?.title;
  return missing?.map(({ path, record, study, named, missing: count }) => (
    <p key={`${path} ${record} ${study}`} className="upload-missing">
      {t("missingImages", {
        study: titleOf(record) ?? (study === "" ? t("oneStudy") : study),
        named,
        missing: count,
      })}
    </p>
  ));
}

/** Of its studies those that lack something, with what they lack. */
export function NotWholeStudies({ ids }: { readonly ids: readonly string[] }) {
  const { data: records } = useRecords();
  const wanted = new Set(ids);
  return records?.map((record) => {
    const study = record.kind === "imaging-study" && wanted.has(record.id) ? filedContent(record) : undefined;
    if (study?.kind !== "imaging-study" || !isNotWhole(study)) return null;
    return (
      <div key={record.id} className="upload-missing">
        <b dir="auto">{study.title}</b>
        <NotWhole study={study} className="upload-missing" />
      </div>
    );
  });
}

/** What became of a delivery, in sentences. */
export function DeliveryResult({ delivery, word }: DeliveryResultProps) {
  return <ResultSentences became={useBecame(delivery, word?.outcomes)} delivery={delivery} word={word} />;
}

function useBecame(delivery: Delivery, outcomes: readonly Outcome[] | undefined): string {
  const t = useTranslations("delivery");
  const format = useFormatter();
  const { data: records } = useRecords();
  const files = delivery.total ?? delivery.files;
  switch (resultOf(delivery, outcomes)) {
    case "known":
      return t("becameKnown", { files });
    case "nothing":
      return t("becameNothing", { files });
    case "became": {
      const kinds = countKinds(delivery.records, records ?? []);
      const list = format.list(kinds.map(({ kind, count }) => t(`kinds.${kind}`, { count })));
      return t("became", { files: delivery.kept - delivery.ignored, records: list });
    }
  }
}

/** The records themselves, what could not be read, what is not whole, and what of files is not among the records. */
export function ResultDetails({ delivery, word }: DeliveryResultProps) {
  const t = useTranslations("delivery");
  return (
    <>
      <NewRecords ids={delivery.records} />
      {word && <Reasons title={t("whatNot")} groups={byReason(word.outcomes)} />}
      {word && <Reasons title={t("notWhole")} groups={byReason(word.outcomes, "kept")} />}
      {word && <LeftOutOfFiles things={word.notUnderstood} />}
    </>
  );
}

function NewRecords({ ids }: { readonly ids: readonly string[] }) {
  const t = useTranslations("delivery");
  const { caseId } = useCase();
  const { data: records } = useRecords();
  const wanted = new Set(ids);
  const found = records?.filter(({ id }) => wanted.has(id)) ?? [];
  if (found.length === 0) return null;
  return (
    <>
      <h4>{t("newRecords")}</h4>
      <ul className="upload-records">
        {found.slice(0, mostLinks).map(({ id, kind, title }) => (
          <li key={id}>
            <Link to="/cases/$caseId/records/$recordId" params={{ caseId, recordId: id }} dir="auto">
              <RecordIcon kind={kind} /> {title}
            </Link>
          </li>
        ))}
        {found.length > mostLinks && <li>{t("moreRecords", { count: found.length - mostLinks })}</li>}
      </ul>
    </>
  );
}

interface ReasonsProps {
  readonly title: string;
  readonly groups: ReturnType<typeof byReason>;
}

/** Each file below the reason that it shares with others. */
function Reasons({ title, groups }: ReasonsProps) {
  const t = useTranslations("delivery");
  if (groups.size === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <dl className="upload-not">
        {[...groups].map(([reason, files]) => (
          <div key={reason}>
            <dt>{t(`outcome.${reason}`)}</dt>
            {files.slice(0, mostPaths).map(({ path }) => (
              <dd key={path}>
                <bdi translate="no">{path}</bdi>
              </dd>
            ))}
            {files.length > mostPaths && <dd>{t("moreRecords", { count: files.length - mostPaths })}</dd>}
          </div>
        ))}
      </dl>
    </>
  );
}
