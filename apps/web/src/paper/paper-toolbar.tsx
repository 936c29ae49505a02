import {
  IconArrowAutofitWidth,
  IconDownload,
  IconLayoutSidebar,
  IconMarquee2,
  IconMaximize,
  IconMessageDown,
  IconMessageUp,
  IconMinus,
  IconPlus,
  IconRotateClockwise,
  IconSearch,
} from "@tabler/icons-react";
import { useTranslations } from "use-intl";
import { ToolbarButton } from "../design/toolbar-button.tsx";
import { DownloadLink } from "./download-link.tsx";
import { PageField } from "./page-field.tsx";
import type { PaperPages } from "./paper-pages.ts";
import type { PaperView } from "./use-paper-view.ts";
import type { RegionTool } from "./use-region.ts";

export interface PaperToolbarProps {
  readonly pages: PaperPages;
  readonly view: PaperView;
  readonly region: RegionTool;
  readonly isStripShown: boolean;
  readonly onStrip: () => void;
  readonly isSearchOpen: boolean;
  readonly onSearch: () => void;
  readonly hasMarks: boolean;
  readonly onMark: (step: 1 | -1) => void;
}

export function PaperToolbar(props: PaperToolbarProps) {
  const t = useTranslations("paper");
  const { pages, view, isStripShown, onStrip } = props;
  return (
    <div className="paper-tools" role="toolbar" aria-label={t("tools")}>
      {pages.count > 1 && (
        <>
          <ToolbarButton
            icon={<IconLayoutSidebar {...look} />}
            label={t("thumbnails")}
            isOn={isStripShown}
            onClick={onStrip}
          />
          <PageField is={pages.is} page={view.page} count={pages.count} onShow={view.show} />
        </>
      )}
      <SizeTools view={view} />
      <PlaceTools {...props} />
      <DownloadLink file={pages.originalOf(view.page)} name="toolbar-button" label={t("download")}>
        <IconDownload {...look} />
      </DownloadLink>
    </div>
  );
}

const look = { size: "1.125rem", stroke: 1.75, "aria-hidden": true } as const;

function SizeTools({ view }: { readonly view: PaperView }) {
  const t = useTranslations("paper");
  return (
    <span className="paper-tool-group">
      <ToolbarButton
        icon={<IconMinus {...look} />}
        label={t("zoomOut")}
        keys="-"
        onClick={() => view.zoomBy(-1)}
      />
      <output className="paper-scale num">{t("scale", { scale: view.scale })}</output>
      <ToolbarButton
        icon={<IconPlus {...look} />}
        label={t("zoomIn")}
        keys="+"
        onClick={() => view.zoomBy(1)}
      />
      <ToolbarButton
        icon={<IconArrowAutofitWidth {...look} />}
        label={t("fitWidth")}
        keys="0"
        isOn={view.fits === "width"}
        onClick={() => view.fit("width")}
      />
      <ToolbarButton
        icon={<IconMaximize {...look} />}
        label={t("fitPage")}
        data-tool="page"
        isOn={view.fits === "page"}
        onClick={() => view.fit("page")}
      />
      <ToolbarButton icon={<IconRotateClockwise {...look} />} label={t("rotate")} onClick={view.turn} />
    </span>
  );
}

function PlaceTools({ pages, region, isSearchOpen, onSearch, hasMarks, onMark }: PaperToolbarProps) {
  const t = useTranslations("paper");
  return (
    <span className="paper-tool-group">
      {pages.wordsOf && (
        <ToolbarButton
          icon={<IconSearch {...look} />}
          label={t("search.open")}
          keys="Control+F"
          isOn={isSearchOpen}
          onClick={onSearch}
        />
      )}
      {region.toggle && (
        <ToolbarButton
          icon={<IconMarquee2 {...look} />}
          label={t("mark.tool")}
          keys="R"
          isOn={region.isOn}
          onClick={region.toggle}
        />
      )}
      {hasMarks && <MarkTools onMark={onMark} />}
    </span>
  );
}

function MarkTools({ onMark }: Pick<PaperToolbarProps, "onMark">) {
  const t = useTranslations("paper.mark");
  return (
    <>
      <ToolbarButton
        icon={<IconMessageUp {...look} />}
        label={t("previous")}
        keys="["
        onClick={() => onMark(-1)}
      />
      <ToolbarButton
        icon={<IconMessageDown {...look} />}
        label={t("next")}
        keys="]"
        onClick={() => onMark(1)}
      />
    </>
  );
}
