import type { ImageAnchor } from "@consilium/workspace";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { ViewingList } from "../drawn/viewing-list.tsx";
import { useLatest } from "../thread/use-latest.ts";
import type { PaneHandle } from "./pane-handle.ts";
import { useViewings, type Viewing } from "./use-viewing.ts";

export interface ViewingLineProps {
  readonly record: string;
  readonly handle: PaneHandle | undefined;
  /** The seat whose pictures are followed. */
  readonly following: string | undefined;
  readonly onFollow: (seat: string | undefined) => void;
  readonly jump: (anchor: ImageAnchor) => void;
}

/** Who else looks at this study, and where. Following ends when one scrolls by oneself. */
export function ViewingLine({ record, handle, following, onFollow, jump }: ViewingLineProps) {
  const t = useTranslations("imaging");
  const viewings = useViewings(record);
  const followed = viewings.find(({ person }) => person.seat === following);
  useFollow(record, handle, followed, jump);
  const wordsOf = (viewing: Viewing) => {
    const { name } = viewing.person;
    const index = handle ? indexOf(handle, viewing) : -1;
    return index >= 0 ? t("looksAt", { name, slice: index + 1 }) : t("looksElsewhere", { name });
  };
  return (
    <ViewingList
      viewings={viewings.map((viewing) => ({ person: viewing.person, words: wordsOf(viewing) }))}
      following={following}
      onFollow={onFollow}
    />
  );
}

const indexOf = ({ series }: PaneHandle, viewing: Viewing): number =>
  viewing.series === series.series
    ? series.frames.findIndex(
        ({ instance, frame }) => instance === viewing.instance && frame === viewing.frame,
      )
    : -1;

function useFollow(
  record: string,
  handle: PaneHandle | undefined,
  followed: Viewing | undefined,
  jump: (anchor: ImageAnchor) => void,
): void {
  const latest = useLatest({ handle, jump });
  const { series, instance, frame } = followed ?? {};
  useEffect(() => {
    const { handle: pane, jump: go } = latest.current;
    if (!pane || series === undefined || instance === undefined || frame === undefined) return;
    go({ kind: "image", record, sha256: "", study: pane.series.study, series, instance, frame, mark: null });
  }, [record, series, instance, frame, latest]);
}
