import type { ImageAnchor } from "@consilium/workspace";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { OpenPane } from "./open-pane.tsx";
import type { PaneHandle } from "./pane-handle.ts";
import { useSeries } from "./series-query.ts";
import type { StackLook } from "./stack-look.ts";
import type { OpenStudy } from "./study-choice.ts";
import type { LastLook } from "./use-panes.ts";

/** Which of the two pictures. */
export type PaneSlot = "left" | "right";

export interface ImagePaneProps {
  readonly slot: PaneSlot;
  readonly study: OpenStudy;
  readonly series: string;
  /** Absent: it is not cut in other planes. */
  readonly lastLook?: LastLook;
  /** The picture to be shown, when somebody wants to see one. */
  readonly wanted: ImageAnchor | undefined;
  /** How whoever is followed sees it. */
  readonly look: StackLook | undefined;
  readonly isActive: boolean;
  readonly onActivate: (slot: PaneSlot) => void;
  readonly onHandle: (slot: PaneSlot, handle: PaneHandle | undefined) => void;
  /** Somebody scrolled by hand. */
  readonly onScroll: (slot: PaneSlot) => void;
}

/** One series of a study, with everything that is drawn on it. */
export function ImagePane(props: ImagePaneProps) {
  const t = useTranslations("imaging");
  const { study, series: uid } = props;
  const { data: series, isError, refetch } = useSeries(study, uid);
  if (series) return <OpenPane key={`${study.id} ${uid}`} {...props} series={series} />;
  return (
    <div className="image-pane" data-empty>
      {isError ? (
        <div className="pane-notice" role="alert">
          <p>{t("seriesFailed")}</p>
          <Button size="small" onClick={() => void refetch()}>
            {t("again")}
          </Button>
        </div>
      ) : series === null ? (
        <p className="pane-notice">{t("noPictures")}</p>
      ) : (
        <SkeletonAfter />
      )}
    </div>
  );
}
