import { useFormatter, useTranslations } from "use-intl";
import { Refused } from "../app/refused.ts";
import { useCase } from "../case/case-context.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { Glyph } from "../design/glyph.tsx";
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

function FetchStudy({ archive, study, title }: FetchStudyProps) {
  const t = useTranslations("archive");
  const { mutate, error, isPending, isSuccess } = useFetchStudy(archive.id);
  if (isSuccess)
    return (
      <output className="archive-fetching" tabIndex={-1} ref={takeFocus}>
        <Glyph name="in-progress" /> {t("fetching")}
      </output>
    );
  return (
    <>
      <Button
        size="small"
        aria-label={t("fetchNamed", { title })}
        onClick={() => !isPending && mutate(study)}
      >
        {t("fetch")}
      </Button>
      {error && <Banner tone="stop" title={error instanceof Refused ? error.message : t("unreachable")} />}
    </>
  );
}
