import { type ClinicalRecord, recordSchema, type RecordOf, type SlideLevel } from "@consilium/clinical";
import { type CaseKey, type Database, recordsOfKind } from "@consilium/database";
import {
  type FiledInstance,
  type SeriesIndex,
  type StudiedRecord,
  type WholeSlide,
  wholeSlide,
} from "@consilium/interchange";
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
  /** The slide that an instance's series is. */
  readonly of: (one: FiledInstance) => string | undefined;
}

interface ChangedStudies {
  readonly studies: readonly StudyChange[];
  /** What they were made of. */
  readonly changed: readonly StudiedRecord[];
}

/**
 * A series of whole slide microscopy is looked at as a slide too: its record names the instances, which stay files of the study. With a
 * level that came later it is filed anew.
 */
export async function slidesOfStudies(
  services: Pick<Services, "createId">,
  transaction: Database,
  key: CaseKey,
  { studies, changed }: ChangedStudies,
): Promise<StudySlides> {
  const slides = changed
    .flatMap(({ series }) => series)
    .flatMap((index) => {
      const found = wholeSlide(index);
      return found ? [{ index, found }] : [];
    });
  if (slides.length === 0) return { changes: [], of: () => undefined };
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
          revealsFirstOpinion: before?.reveals === true || study?.record.revealsFirstOpinion === true,
        };
    bySeries.set(index.seriesUid, record.id);
    if (!isSame) changes.push({ record, replaces: before?.slide.id, series: [] });
  }
  return { changes, of: ({ instance }) => bySeries.get(instance.seriesUid) };
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
  index: SeriesIndex,
  found: WholeSlide,
  study: ClinicalRecord | undefined,
): Slide {
  const { instance } = found.base;
  const named = [instance.series.description, instance.study.description].find((said) => said !== "");
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
    content: contentOf(index, found),
  };
}

function contentOf({ studyUid, seriesUid }: SeriesIndex, found: WholeSlide): Slide["content"] {
  const { levels, base, micrometres, objective } = found;
  const { fileId: id, bytes, sha256 } = base;
  const name = `${base.instance.instanceUid}.dcm`;
  const whole = levels.at(-1);
  return {
    width: whole?.width ?? 1,
    height: whole?.height ?? 1,
    micrometres,
    objective,
    stain: null,
    label: null,
    tiles: {
      file: { id, name, mediaType: "application/dicom", bytes, sha256 },
      studyUid,
      seriesUid,
      levels,
      mediaType: "image/jpeg",
    },
    original: null,
  };
}
