import type { LaboratoryPoint, LaboratorySeries } from "@consilium/clinical";
import type { Anchor, ImageAnchor, PageAnchor, SlideAnchor, WaveformAnchor } from "@consilium/workspace";
import type { useFormatter, useTranslations } from "use-intl";
import type { FiledRecord } from "./record-places.ts";
import { dateWords, measured } from "./record-words.ts";

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
/** Characters of a link's label; `evidenceOf` of workspace takes no longer ones. */
const longestLabel = 200;

/** What can be said of a place, apart from the record that it is in. */
interface PlaceParts {
  /** "slice 142", "page 3"; undefined: the record as a whole. */
  readonly where: string | undefined;
  readonly measured?: string | undefined;
  readonly quote?: string | undefined;
  /** A picture that was chosen as such. */
  readonly isKeyImage?: boolean;
  /** A value is known by its own name and day: the record's would say them twice. */
  readonly isNamedItself?: boolean;
}

/**
 * Where an anchor stands, for a person who has the record's title beside it: "slice 142, measured 21.4 mm", "page 3",
 * "Haemoglobin 8.1 g/dL, 3 Nov", the quoted words. `record` undefined: it is not here, and only what the anchor itself says is
 * told. `picture`: of an image, where its series is known. "" where there is nothing to say.
 */
export function placeWords(
  t: MarksMessages,
  format: Format,
  record: FiledRecord | undefined,
  anchor: Anchor | undefined,
  picture?: PictureNumber,
): string {
  const parts = partsOf(t, format, record, anchor, picture, "day");
  const { where, measured: size, quote, isKeyImage } = parts;
  return joined(
    ", ",
    where,
    size && t("place.measured", { says: size }),
    isKeyImage && t("place.keyImage"),
    quote && quoted(t, quote),
  );
}

/**
 * What a text shows of a link, where no record stands beside it: its title and date in front, then the place. "CT abdomen 3 Nov
 * 2026, slice 142, measured 21.4 mm". Words are not quoted: the link stands in the text instead of them.
 */
export function evidenceLabel(
  t: MarksMessages,
  format: Format,
  record: FiledRecord,
  anchor: Anchor,
  picture?: PictureNumber,
): string {
  const { where, measured: size, isNamedItself } = partsOf(t, format, record, anchor, picture, "long");
  const front = isNamedItself ? undefined : joined(" ", record.title, dateWords(format, record.date));
  return cut(joined(", ", front, where, size && t("place.measured", { says: size })), longestLabel);
}

/** The one switch over all kinds of anchors; a new kind says its parts here. */
function partsOf(
  t: MarksMessages,
  format: Format,
  record: FiledRecord | undefined,
  anchor: Anchor | undefined,
  picture: PictureNumber | undefined,
  look: "long" | "day",
): PlaceParts {
  switch (anchor?.kind) {
    case undefined:
      return { where: undefined };
    case "text":
    case "record-text":
      return { where: undefined, quote: anchor.quote.exact };
    case "observation":
      return {
        where: valueWords(format, record, anchor.observation, look) ?? t("place.value"),
        isNamedItself: true,
      };
    case "record-place":
      return { where: namedPlace(record, anchor.place) ?? t("place.named") };
    case "page":
      return pageParts(t, record, anchor);
    case "slide":
      return slideParts(t, anchor);
    case "waveform":
      return tracingParts(t, format, anchor);
    case "image":
      return imageParts(t, record, anchor, picture);
  }
}

const quoted = (t: MarksMessages, words: string): string =>
  t("place.quoted", { quote: cut(words.replaceAll(/\s+/g, " ").trim(), longestQuote) });

const cut = (words: string, longest: number): string =>
  words.length > longest ? `${words.slice(0, longest - 1).toWellFormed()}…` : words;

function valueWords(
  format: Format,
  record: FiledRecord | undefined,
  id: string,
  look: "long" | "day",
): string | undefined {
  if (record?.kind !== "laboratory") return undefined;
  for (const series of record.content.series) {
    const point = series.points.find((one) => one.id === id);
    if (point) return valueName(format, series, point, look);
  }
  return undefined;
}

/** "CEA 52 µg/L, 3 May 2026": a laboratory value as it is quoted and linked. */
export const valueName = (
  format: Format,
  { title, unit }: Pick<LaboratorySeries, "title" | "unit">,
  point: LaboratoryPoint,
  look: "long" | "day" = "long",
): string => joined(", ", `${title} ${measured(point, unit?.text)}`, dateWords(format, point.date, look));

function namedPlace(record: FiledRecord | undefined, id: string): string | undefined {
  if (record?.kind !== "pathology" && record?.kind !== "imaging-report") return undefined;
  return record.content.places.find((place) => place.id === id)?.label;
}

const pageParts = (
  t: MarksMessages,
  record: FiledRecord | undefined,
  { page, quote }: PageAnchor,
): PlaceParts => ({
  where: t(`place.page.${record?.kind === "pictures" ? "pictures" : "document"}`, { page }),
  quote: quote?.exact,
});

function imageParts(
  t: MarksMessages,
  record: FiledRecord | undefined,
  { series: uid, mark }: ImageAnchor,
  picture: PictureNumber | undefined,
): PlaceParts {
  const series =
    record?.kind === "imaging-study" ? record.content.series.find((one) => one.uid === uid) : undefined;
  const number = series?.number ?? null;
  const inSeries = number === null ? undefined : t("place.series", { number: String(number) });
  return {
    where: picture ? t(`place.${picture.is}`, { number: picture.number }) : inSeries,
    measured: mark?.says ?? undefined,
    isKeyImage: mark === null,
  };
}

/** What was drawn says more than its place in pixels. */
const slideParts = (t: MarksMessages, { mark: { tool, says } }: SlideAnchor): PlaceParts => ({
  where: t(`place.slide.${tool}`),
  measured: says ?? undefined,
});

/** "V5 at 1.2 s", "402 ms". */
function tracingParts(t: MarksMessages, format: Format, { mark }: WaveformAnchor): PlaceParts {
  if (!mark) return { where: t("place.ecg.whole") };
  const seconds = format.number(mark.from / 1000, { maximumFractionDigits: 1 });
  const where = t("place.ecg.at", { lead: mark.lead ?? t("place.ecg.allLeads"), seconds });
  return { where, measured: mark.says ?? undefined };
}

const joined = (by: string, ...parts: readonly (string | false | null | undefined)[]): string =>
  parts.filter((part) => part).join(by);
