import type { SlideTool } from "@consilium/workspace";
import { IconHandStop, IconLineScan, IconMaximize, IconRotateClockwise } from "@tabler/icons-react";
import { useFormatter, useTranslations } from "use-intl";
import { ToolbarButton } from "../design/toolbar-button.tsx";
import { iconLook, MarkIcon } from "../drawn/mark-icon.tsx";
import { useSlide } from "./slide-context.ts";
import { keyOfSlideTool, type SlideAct } from "./slide-keys.ts";
import { magnifications, timesAt } from "./slide-scale.ts";
import type { SlideState } from "./slide-viewport.ts";

const markTools: readonly SlideTool[] = ["rectangle", "freehand", "length", "arrow"];

export interface SlideToolbarProps {
  readonly state: SlideState | undefined;
  readonly act: (act: SlideAct) => boolean;
}

export function SlideToolbar({ state, act }: SlideToolbarProps) {
  const imaging = useTranslations("imaging");
  const { label, stain } = useSlide().slide.content;
  return (
    <div className="study-toolbar" role="toolbar" aria-label={imaging("tools")}>
      <HandTools />
      <i className="toolbar-line" />
      <Magnifications state={state} act={act} />
      <ViewTools act={act} />
      <span className="slide-name" dir="auto">
        {[label, stain].filter((part) => part !== null).join(", ")}
      </span>
    </div>
  );
}

function HandTools() {
  const t = useTranslations("slide");
  const imaging = useTranslations("imaging");
  const { tool, chooseTool, marks } = useSlide();
  return (
    <>
      <ToolbarButton
        icon={<IconHandStop {...iconLook} />}
        label={t("pan")}
        isOn={tool === "pan"}
        onClick={() => chooseTool("pan")}
      />
      {marks.drawing &&
        markTools.map((one) => (
          <ToolbarButton
            key={one}
            icon={<MarkIcon tool={one} />}
            label={imaging(`tool.${one}`)}
            keys={keyOfSlideTool(one)}
            isOn={tool === one}
            onClick={() => chooseTool(one)}
          />
        ))}
    </>
  );
}

function ViewTools({ act }: Pick<SlideToolbarProps, "act">) {
  const t = useTranslations("slide");
  const imaging = useTranslations("imaging");
  const { choose } = useSlide();
  return (
    <>
      <ToolbarButton
        icon={<IconMaximize {...iconLook} />}
        label={t("whole")}
        keys="0"
        onClick={() => act({ is: "reset" })}
      />
      <ToolbarButton
        icon={<IconRotateClockwise {...iconLook} />}
        label={imaging("rotate")}
        keys="O"
        onClick={() => act({ is: "turn", degrees: 90 })}
      />
      {choose && (
        <ToolbarButton
          icon={<IconLineScan {...iconLook} />}
          label={imaging("useAsEvidence")}
          keys="E"
          onClick={() => act({ is: "evidence" })}
        />
      )}
    </>
  );
}

/** Only where the scale is known is a magnification more than a word. */
function Magnifications({ state, act }: SlideToolbarProps) {
  const t = useTranslations("slide");
  const format = useFormatter();
  const { micrometres } = useSlide().slide.content;
  if (micrometres === null) return null;
  const now = state?.isShown ? timesAt(state.zoom, micrometres) : 0;
  return (
    <fieldset className="slide-times" aria-label={t("magnification")}>
      {magnifications.map((times, place) => (
        <button
          key={times}
          type="button"
          aria-pressed={Math.abs(now / times - 1) < 0.02}
          aria-keyshortcuts={String(place + 1)}
          onClick={() => act({ is: "magnify", times })}
        >
          {t("times", { times: format.number(times) })}
        </button>
      ))}
    </fieldset>
  );
}
