import { type ClinicalRecord, recordSchema, type RecordOf, type SlideLevel } from "@consilium/clinical";
import { type CaseKey, type Database, recordsOfKind } from "@consilium/database";
import { type SeriesIndex, type WholeSlide, wholeSlide } from "@consilium/interchange";
import type { Services } from "../services.ts";
import type { StudyChange } from "./records-of-studies.ts";

type Slide = RecordOf<"slide">;

interface SlideThere {
  readonly slide: Slide;
  readonly seriesUid: string;
  readonly levels: readonly SlideLevel[];
  readonly reveals: boolean;
}

export interface StudySlides {
  readonly changes: readonly StudyChange[];
  /** The slide that a series is, by the series' identifier. */
  readonly bySeries: ReadonlyMap<string, string>;
}

/**
 * A series of whole slide microscopy is looked at as a slide too: its record names the instances, which stay files of the study. With a
 * level that came later it is filed anew.
 */
export async function slidesOfStudies(
  services: Pick<Services, "createId">,
  transaction: Database,
  key: CaseKey,
  studies: readonly StudyChange[],
  indexes: readonly SeriesIndex[],
): Promise<StudySlides> {
  const slides = indexes.flatMap((index) => {
    const found = wholeSlide(index);
    return found ? [{ index, found }] : [];
  });
  if (slides.length === 0) return { changes: [], bySeries: new Map() };
  const there = await slidesThere(transaction, key);
  const bySeries = new Map<string, string>();
  const changes: StudyChange[] = [];
  for (const { index, found } of slides) {
    const before = there.find(({ seriesUid }) => seriesUid === index.seriesUid);
    const isSame = before && JSON.stringify(before.levels) === JSON.stringify(found.levels);
    const study = studies.find(({ series }) => series.some(({ seriesUid }) => seriesUid === index.seriesUid));
    const record = isSame
      ? before.slide
      : {
          ...slideRecord(services.createId(), index, found, study?.record),
          revealsFirstOpinion: before?.reveals ?? study?.record.revealsFirstOpinion ?? false,
        };
    bySeries.set(index.seriesUid, record.id);
    if (!isSame) changes.push({ record, replaces: before?.slide.id, series: [] });
  }
  return { changes, bySeries };
}

async function slidesThere(transaction: Database, key: CaseKey): Promise<readonly SlideThere[]> {
  const stored = await recordsOfKind(transaction, key, ["slide"]);
  return stored.flatMap(({ content, reveals }) => {
    const slide = recordSchema.parse(content);
    if (slide.kind !== "slide" || !("levels" in slide.content.tiles)) return [];
    const { seriesUid, levels } = slide.content.tiles;
    return [{ slide, seriesUid, levels, reveals }];
  });
}

const mostTitle = 200;

function slideRecord(
  id: string,
  { studyUid, seriesUid }: SeriesIndex,
  { levels, base, micrometres, objective }: WholeSlide,
  study: ClinicalRecord | undefined,
): Slide {
  const { instance, fileId, bytes, sha256 } = base;
  const named = [instance.series.description, instance.study.description].find((said) => said !== "");
  const whole = levels.at(-1);
  return {
    id,
    title: (named ?? "Slide").slice(0, mostTitle),
    date: instance.study.date,
    source: study?.source ?? instance.study.institution,
    author: null,
    language: null,
    code: null,
    revealsFirstOpinion: false,
    kind: "slide",
    content: {
      width: whole?.width ?? 1,
      height: whole?.height ?? 1,
      micrometres,
      objective,
      stain: null,
      label: null,
      tiles: {
        file: {
          id: fileId,
          name: `${instance.instanceUid}.dcm`,
          mediaType: "application/dicom",
          bytes,
          sha256,
        },
        studyUid,
        seriesUid,
        levels,
        mediaType: "image/jpeg",
      },
      original: null,
    },
  };
}
