import type { Place, RecordOf } from "@consilium/clinical";
import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { PlaceWay } from "./place-way.tsx";
import { useRecordMarks } from "./record-marks.ts";
import { useRecords } from "./record-query.ts";
import { keyOfPlace, picturesOf, type Report } from "./report-places.ts";

export interface ReportFactsProps {
  readonly record: Report;
  /** Of the record's title. */
  readonly level: 1 | 2;
}

/** The labelled facts of a report, and the places in images that it names. */
export function ReportFacts({ record, level }: ReportFactsProps) {
  const t = useTranslations("record");
  const { fields, accession } = record.content;
  const facts: [string, ReactNode][] = fields.map(({ name, value, unit }) => [
    name,
    unit === null ? value : `${value} ${unit}`,
  ]);
  if (accession !== null) facts.push([t("accession"), accession]);
  if (record.kind === "pathology") {
    const { specimenBlocks, slideCount, scanner } = record.content;
    if (specimenBlocks.length > 0) facts.push([t("specimenBlocks"), specimenBlocks.join(", ")]);
    if (slideCount !== null) facts.push([t("slides"), String(slideCount)]);
    if (scanner !== null) facts.push([t("scanner"), scanner]);
  }
  return (
    <>
      {facts.length > 0 && (
        <dl className="record-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {record.kind === "imaging-report" && <SeriesTable record={record} />}
      <Places record={record} level={level} />
    </>
  );
}

function SeriesTable({ record }: { readonly record: RecordOf<"imaging-report"> }) {
  const t = useTranslations("record");
  const { series } = record.content;
  if (series.length === 0) return null;
  return (
    <table className="record-series">
      <caption>{t("seriesCaption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("seriesNumber")}</th>
          <th scope="col">{t("seriesName")}</th>
          <th scope="col">{t("seriesImages")}</th>
          <th scope="col">{t("seriesThickness")}</th>
        </tr>
      </thead>
      <tbody>
        {series.map(({ number, description, images, thicknessMm }, at) => (
          <tr key={at}>
            <td>{number}</td>
            <th scope="row">{description}</th>
            <td>{images}</td>
            <td>{thicknessMm === null ? "" : t("millimetres", { value: thicknessMm })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Places({ record, level }: ReportFactsProps) {
  const t = useTranslations("record");
  const { choosePlace, marks } = useRecordMarks();
  const { places } = record.content;
  if (places.length === 0) return null;
  const Heading = level === 1 ? "h2" : "h3";
  return (
    <section className="record-places">
      <Heading>{t("places")}</Heading>
      <ul>
        {places.map((place) => {
          const { id, label, measure } = place;
          return (
            <li key={id} data-lit={marks.some((mark) => mark.id === `place ${id}`) || undefined}>
              <span>
                {label}
                {measure?.text && <small>{measure.text}</small>}
              </span>
              <ToPictures record={record} place={place} />
              {choosePlace && (
                <Button size="small" look="quiet" onClick={() => choosePlace(id, label)}>
                  {t("choosePlace")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Where the pictures of a place are a record of their own. */
function ToPictures({ record, place }: { readonly record: Report; readonly place: Place }) {
  const t = useTranslations("record");
  const { data: records } = useRecords();
  const pictures = useMemo(
    () => (records ? picturesOf(records, record, place) : undefined),
    [records, record, place],
  );
  if (!pictures) return null;
  return (
    <PlaceWay
      record={pictures.id}
      place={keyOfPlace(record.id, place.id)}
      label={t("seePlaceInImages", { place: place.label })}
    >
      {t("seeInImages")}
    </PlaceWay>
  );
}
