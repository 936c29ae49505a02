import type { RefCallback } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { MarkLayer, type ShownMark } from "../drawn/mark-layer.tsx";
import type { Pixel } from "../drawn/pixel.ts";
import { type OthersPointer, PointerLayer } from "../drawn/pointer-layer.tsx";
import { useSlide } from "./slide-context.ts";
import { slideBar, timesAt } from "./slide-scale.ts";
import type { SlideState, SlideViewport } from "./slide-viewport.ts";
import { slideParts } from "./use-slide-viewport.ts";

export interface SlidePaneProps {
  readonly viewport: SlideViewport | undefined;
  readonly state: SlideState | undefined;
  readonly marks: readonly ShownMark[];
  readonly cursor: Pixel | undefined;
  readonly pointers: readonly OthersPointer[];
  readonly place: RefCallback<HTMLElement>;
  readonly onSurface: RefCallback<HTMLElement>;
}

/** The slide, what is drawn on it, and the whole of it in a corner. */
export function SlidePane({ viewport, state, marks, cursor, pointers, place, onSurface }: SlidePaneProps) {
  const { slide, tool } = useSlide();
  return (
    <div className="slide-pane" ref={place}>
      <div className={slideParts.picture} />
      <div
        className="pane-surface"
        ref={onSurface}
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- Its keys are listed below, and so are the marks.
        tabIndex={0}
        data-tool={tool}
        aria-label={slide.title}
      />
      {state?.affine && (
        <MarkLayer affine={state.affine} size={state.size} taken={[]} marks={marks} cursor={cursor} />
      )}
      <PointerLayer affine={state?.affine} pointers={pointers} />
      <div className={slideParts.navigator} aria-hidden />
      {state?.isShown && <SlideScale state={state} />}
      {!state?.isShown && <SlideLoading />}
      {state?.hasFailed && <SlideFailed viewport={viewport} />}
    </div>
  );
}

function SlideLoading() {
  const t = useTranslations("imaging");
  return (
    <div className="pane-loading">
      <SkeletonAfter />
      <span className="visually-hidden">{t("loading")}</span>
    </div>
  );
}

function SlideFailed({ viewport }: Pick<SlidePaneProps, "viewport">) {
  const t = useTranslations("slide");
  const imaging = useTranslations("imaging");
  return (
    <div className="slide-failed" role="alert">
      <p>{t("failed")}</p>
      <Button size="small" onClick={() => viewport?.retry()}>
        {imaging("again")}
      </Button>
    </div>
  );
}

/** CSS pixels. */
const barRoom = 140;

function SlideScale({ state }: { readonly state: SlideState }) {
  const t = useTranslations("slide");
  const { micrometres } = useSlide().slide.content;
  if (micrometres === null) return <p className="slide-scale">{t("noScale")}</p>;
  const bar = slideBar(state.zoom, micrometres, barRoom);
  const times = timesAt(state.zoom, micrometres);
  const shown = times < 10 ? Math.round(times * 10) / 10 : Math.round(times);
  return (
    <p className="slide-scale">
      <span>{t("seenAt", { times: shown })}</span>
      {bar && (
        <>
          <span>{t(`bar.${bar.unit}`, { length: bar.length })}</span>
          <svg width={bar.pixels} height="8" aria-hidden>
            <path d={`M0.5 0v8M0.5 4h${bar.pixels - 1}M${bar.pixels - 0.5} 0v8`} />
          </svg>
        </>
      )}
    </p>
  );
}
