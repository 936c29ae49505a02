import type { ImageAnchor, Point } from "@consilium/workspace";
import { IconEye } from "@tabler/icons-react";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { useLatest } from "../thread/use-latest.ts";
import type { OpenSeries } from "./series-frames.ts";
import type { OpenStudy } from "./study-choice.ts";
import { iconLook } from "./tool-icons.tsx";
import { useViewings, type Viewing } from "./use-viewing.ts";

export interface ViewingLineProps {
  readonly record: OpenStudy;
  /** What lies open here. */
  readonly series: OpenSeries | undefined;
  /** The seat whose pictures are followed. */
  readonly following: string | undefined;
  readonly onFollow: (seat: string | undefined) => void;
  /** `point`: in three planes, where they cross. */
  readonly jump: (anchor: ImageAnchor, point: Point | undefined) => void;
}

/** Who else looks at this study, and where. Following ends when one scrolls by oneself. */
export function ViewingLine({ record, series, following, onFollow, jump }: ViewingLineProps) {
  const t = useTranslations("imaging");
  const viewings = useViewings(record.id);
  const followed = viewings.find(({ person }) => person.seat === following);
  useFollow(record, followed, jump);
  if (viewings.length === 0) return null;
  return (
    <ul className="viewing-line">
      {viewings.map((viewing) => {
        const { person } = viewing;
        const index = series ? indexOf(series, viewing) : -1;
        const slice = { name: person.name, slice: index + 1 };
        const isFollowed = following === person.seat;
        return (
          <li key={person.seat} data-person={person.colour}>
            <IconEye {...iconLook} />
            <span>
              {index < 0
                ? t("looksElsewhere", { name: person.name })
                : t(viewing.point ? "looksInPlanes" : "looksAt", slice)}
            </span>
            <Button size="small" look="quiet" onClick={() => onFollow(isFollowed ? undefined : person.seat)}>
              {isFollowed ? t("stopFollowing") : t("follow")}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

const indexOf = (series: OpenSeries, viewing: Viewing): number =>
  viewing.series === series.series
    ? series.frames.findIndex(
        ({ instance, frame }) => instance === viewing.instance && frame === viewing.frame,
      )
    : -1;

function useFollow(
  { id, content: { studyUid } }: OpenStudy,
  followed: Viewing | undefined,
  jump: ViewingLineProps["jump"],
): void {
  const latest = useLatest(jump);
  const { series, instance, frame, point } = followed ?? {};
  // By its parts: each presence brings a new array.
  const [x, y, z] = point ?? [];
  useEffect(() => {
    if (series === undefined || instance === undefined || frame === undefined) return;
    const isPoint = x !== undefined && y !== undefined && z !== undefined;
    latest.current(
      { kind: "image", record: id, sha256: "", study: studyUid, series, instance, frame, mark: null },
      isPoint ? [x, y, z] : undefined,
    );
  }, [id, studyUid, series, instance, frame, x, y, z, latest]);
}
