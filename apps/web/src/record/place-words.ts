import type { Anchor, ImageAnchor, PageAnchor, SlideAnchor, WaveformAnchor } from "@consilium/workspace";
import type { useFormatter, useTranslations } from "use-intl";
import type { FiledRecord } from "./record-places.ts";
import { dateWords } from "./record-words.ts";

/** Which picture of its series an anchor names, as it is counted in the viewer, from 1. */
export interface PictureNumber {
  /** Frames of a loop are pictures. */
  readonly is: "slice" | "picture";
  readonly number: number;
}

type Format = ReturnType<typeof useFormatter>;
type MarksMessages = ReturnType<typeof useTranslations<"marks">>;

/** Characters of quoted words. */
const longestQuote = 160;

/**
 * Where an anchor stands, for a person who has the record's title beside it: "slice 142, measured 21.4 mm", "page 3",
 * "Haemoglobin 3 Nov", the quoted words. `record` undefined: it is not here, and only what the anchor itself says is told.
 * `picture`: of an image, where its series is known. "" where there is nothing to say.
 */
export function placeWords(
  t: MarksMessages,
  format: Format,
  record: FiledRecord | undefined,
  anchor: Anchor | undefined,
  picture?: PictureNumber,
): string {
  switch (anchor?.kind) {
    case undefined:
      return "";
    case "text":
    case "record-text":
      return quoted(t, anchor.quote.exact);
    case "observation":
      return valueWords(format, record, anchor.observation) ?? t("place.value");
    case "record-place":
      return namedPlace(record, anchor.place) ?? t("place.named");
    case "page":
      return pageWords(t, record, anchor);
    case "slide":
      return slideWords(t, anchor);
    case "waveform":
      return tracingWords(t, format, anchor);
    case "image":
      return imageWords(t, record, anchor, picture);
  }
}

function quoted(t: MarksMessages, words: string): string {
  const line = words.replaceAll(/\s+/g, " ").trim();
  const quote = line.length > longestQuote ? `${line.slice(0, longestQuote - 1).toWellFormed()}…` : line;
  return t("place.quoted", { quote });
}

function valueWords(format: Format, record: FiledRecord | undefined, id: string): string | undefined {
  if (record?.kind !== "laboratory") return undefined;
  for (const { title, points } of record.content.series) {
    const point = points.find((one) => one.id === id);
    if (point) return joined(" ", title, dateWords(format, point.date, "day"));
  }
  return undefined;
}

function namedPlace(record: FiledRecord | undefined, id: string): string | undefined {
  if (record?.kind !== "pathology" && record?.kind !== "imaging-report") return undefined;
  return record.content.places.find((place) => place.id === id)?.label;
}

function pageWords(t: MarksMessages, record: FiledRecord | undefined, { page, quote }: PageAnchor): string {
  const where = t(`place.page.${record?.kind === "pictures" ? "pictures" : "document"}`, { page });
  return joined(", ", where, quote && quoted(t, quote.exact));
}

function imageWords(
  t: MarksMessages,
  record: FiledRecord | undefined,
  { series: uid, mark }: ImageAnchor,
  picture: PictureNumber | undefined,
): string {
  const series =
    record?.kind === "imaging-study" ? record.content.series.find((one) => one.uid === uid) : undefined;
  const number = series?.number ?? null;
  const inSeries = number === null ? undefined : t("place.series", { number: String(number) });
  const where = picture ? t(`place.${picture.is}`, { number: picture.number }) : inSeries;
  const what = mark === null ? t("place.keyImage") : mark.says && t("place.measured", { says: mark.says });
  return joined(", ", where, what);
}

/** What was drawn says more than its place in pixels. */
const slideWords = (t: MarksMessages, { mark: { tool, says } }: SlideAnchor): string =>
  joined(", ", t(`place.slide.${tool}`), says && t("place.measured", { says }));

/** "V5 at 1.2 s, measured 402 ms". */
function tracingWords(t: MarksMessages, format: Format, { mark }: WaveformAnchor): string {
  if (!mark) return t("place.ecg.whole");
  const seconds = format.number(mark.from / 1000, { maximumFractionDigits: 1 });
  const where = t("place.ecg.at", { lead: mark.lead ?? t("place.ecg.allLeads"), seconds });
  return joined(", ", where, mark.says && t("place.measured", { says: mark.says }));
}

const joined = (by: string, ...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part).join(by);
