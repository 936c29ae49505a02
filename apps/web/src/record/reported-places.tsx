import "./reported-places.css";
import { IconMapPin } from "@tabler/icons-react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { PlaceWay } from "./place-way.tsx";
import { pieceOfPlace } from "./record-places.ts";
import type { ReportPlace } from "./report-places.ts";
import type { Reported } from "./use-reported.ts";

export interface ReportedPlacesProps extends Pick<Reported, "named" | "looked" | "lookAt"> {
  /** A press on the one that is shown lets it go. */
  readonly canLetGo?: boolean;
}

/** What reports say of these pictures: each place is a press away, and so is its row in the report. */
export function ReportedPlaces({ named, looked, lookAt, canLetGo = false }: ReportedPlacesProps) {
  const t = useTranslations("record");
  if (named.length === 0) return null;
  const press = (place: ReportPlace) => lookAt(canLetGo && place === looked ? undefined : place);
  return (
    <section className="reported-places" aria-label={t("places")}>
      <span>{t("places")}</span>
      {named.map((one) => (
        <Button
          key={one.key}
          size="small"
          look="quiet"
          icon={<IconMapPin size="1rem" stroke={1.75} aria-hidden />}
          aria-pressed={canLetGo ? one === looked : undefined}
          aria-current={!canLetGo && one === looked ? "location" : undefined}
          onClick={() => press(one)}
        >
          {one.place.label}
        </Button>
      ))}
      {reportsOf(named, looked).map(({ report, place }) => (
        <PlaceWay key={report.id} record={report.id} place={pieceOfPlace(place.id)}>
          {t("toReport", { title: report.title })}
        </PlaceWay>
      ))}
    </section>
  );
}

/** Each report once, at the place that is looked at or at its first. */
const reportsOf = (named: readonly ReportPlace[], looked: ReportPlace | undefined): readonly ReportPlace[] =>
  [...new Map(named.toReversed().map((one) => [one.report.id, one])).values()]
    .toReversed()
    .map((first) => (looked?.report.id === first.report.id ? looked : first));
