import type { ImageAnchor, Point } from "@consilium/workspace";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { ViewingList } from "../drawn/viewing-list.tsx";
import { useLatest } from "../thread/use-latest.ts";
import type { OpenSeries } from "./series-frames.ts";
import type { StackLook } from "./stack-look.ts";
import type { OpenStudy } from "./study-choice.ts";
import { useViewings, type Viewing } from "./use-viewing.ts";

export interface ViewingLineProps {
  readonly record: OpenStudy;
  /** What lies open here. */
  readonly series: OpenSeries | undefined;
  /** The seat whose pictures are followed. */
  readonly following: string | undefined;
  readonly onFollow: (seat: string | undefined) => void;
  /** `point`: in three planes, where they cross; `look`: how slices are seen. */
  readonly jump: (anchor: ImageAnchor, point: Point | undefined, look: StackLook | undefined) => void;
}

/** Who else looks at this study, and where. Following ends when one does something by oneself. */
export function ViewingLine({ record, series, following, onFollow, jump }: ViewingLineProps) {
  const t = useTranslations("imaging");
  const viewings = useViewings(record.id);
  const followed = viewings.find(({ person }) => person.seat === following);
  useFollow(record, followed, jump);
  const wordsOf = (viewing: Viewing) => {
    const { name } = viewing.person;
    const index = series ? indexOf(series, viewing) : -1;
    if (index < 0) return t("looksElsewhere", { name });
    return t(viewing.point ? "looksInPlanes" : "looksAt", { name, slice: index + 1 });
  };
  return (
    <ViewingList
      viewings={viewings.map((viewing) => ({ person: viewing.person, words: wordsOf(viewing) }))}
      following={following}
      onFollow={onFollow}
    />
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
  const { series, instance, frame, point, look } = followed ?? {};
  const latestLook = useLatest(look);
  const lookKey = look && JSON.stringify(look);
  // By its parts: each presence brings a new array.
  const [x, y, z] = point ?? [];
  useEffect(() => {
    if (series === undefined || instance === undefined || frame === undefined) return;
    const isPoint = x !== undefined && y !== undefined && z !== undefined;
    latest.current(
      { kind: "image", record: id, sha256: "", study: studyUid, series, instance, frame, mark: null },
      isPoint ? [x, y, z] : undefined,
      lookKey === undefined ? undefined : latestLook.current,
    );
  }, [id, studyUid, series, instance, frame, x, y, z, lookKey, latest, latestLook]);
}
