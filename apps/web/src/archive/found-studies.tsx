import { useFormatter, useTranslations } from "use-intl";
import { Refused } from "../app/refused.ts";
import { useCase } from "../case/case-context.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { Glyph } from "../design/glyph.tsx";
import { isUnderWay, useDeliveries } from "../upload/use-case-deliveries.ts";
import { type Archive, type ArchiveStudies, type ArchiveStudy, useFetchStudy } from "./archive-api.ts";

export interface FoundStudiesProps {
  readonly archive: Archive;
  readonly found: ArchiveStudies;
}

/** What an archive has, newest first. */
export function FoundStudies({ archive, found: { items, more } }: FoundStudiesProps) {
  const t = useTranslations("archive");
  const { name } = archive;
  return (
    <>
      <output className="archive-count">
        {items.length === 0 ? t("nothing", { name }) : t("found", { count: items.length, name })}
      </output>
      {items.length > 0 && (
        <ol className="archive-found">
          {items.map((study) => (
            <Study key={study.study} archive={archive} study={study} />
          ))}
        </ol>
      )}
      {more && <p className="upload-quiet">{t("thereIsMore")}</p>}
    </>
  );
}

interface StudyProps {
  readonly archive: Archive;
  readonly study: ArchiveStudy;
}

function Study({ archive, study }: StudyProps) {
  const t = useTranslations("archive");
  const { patient } = useCase().detail;
  const title = study.description || t("untitled");
  return (
    <li>
      <div>
        <h3 dir="auto">{title}</h3>
        <p className="num">{useFacts(study)}</p>
        <p dir="auto">{useWho(study)}</p>
        {!study.fits && (
          <p className="archive-other">
            <Glyph name="advice" /> {t("other", { patient: patient.name })}
          </p>
        )}
      </div>
      <FetchStudy archive={archive} study={study.study} title={title} />
    </li>
  );
}

/** "CT · 3 November 2026 · 312 images" */
function useFacts({ modalities, date, images }: ArchiveStudy): string {
  const t = useTranslations("archive");
  const format = useFormatter();
  const parts = [
    modalities.length > 0 && format.list(modalities, { type: "unit" }),
    date === null ? t("undated") : t("date", { date: new Date(`${date}T12:00:00Z`) }),
    images !== null && t("images", { count: images }),
  ];
  return parts.filter((part) => part !== false).join(" · ");
}

function useWho({ name, born, patientId }: ArchiveStudy): string {
  const t = useTranslations("archive");
  const named = name || t("nameless");
  const who =
    born === null
      ? t("patientNoBirth", { name: named })
      : t("patientBorn", { name: named, born: new Date(`${born}T12:00:00Z`) });
  return patientId === "" ? who : `${who} · ${t("number", { number: patientId })}`;
}

/** The button had it, and is gone. */
const takeFocus = (element: HTMLElement | null): void => element?.focus();

interface FetchStudyProps {
  readonly archive: Archive;
  readonly study: string;
  readonly title: string;
}

/** How far it is, by whomever it was fetched, and the way to fetch it where it is not on its way. */
function FetchStudy({ archive, study, title }: FetchStudyProps) {
  const t = useTranslations("archive");
  const { mutate, error, isPending, isSuccess } = useFetchStudy(archive.id);
  const fetches = useDeliveries()?.filter(
    ({ source }) => source?.archive === archive.id && source.study === study,
  );
  const isOnItsWay = fetches?.some((one) => isUnderWay(one) || one.state === "asking") ?? false;
  const last = fetches?.find(({ state }) => state === "done");
  return (
    <>
      <div className="archive-fetch">
        {(isOnItsWay || last) && (
          <output
            data-state={isOnItsWay ? "under-way" : "done"}
            tabIndex={-1}
            ref={isSuccess ? takeFocus : undefined}
          >
            <Glyph name={isOnItsWay ? "in-progress" : "done"} />{" "}
            {last && !isOnItsWay ? t("fetched", { at: new Date(last.at) }) : t("fetching")}
          </output>
        )}
        {!isOnItsWay && (
          <Button
            size="small"
            aria-label={t(last ? "againNamed" : "fetchNamed", { title })}
            onClick={() => !isPending && mutate(study)}
          >
            {t(last ? "again" : "fetch")}
          </Button>
        )}
      </div>
      {error && <Banner tone="stop" title={error instanceof Refused ? error.message : t("unreachable")} />}
    </>
  );
}
