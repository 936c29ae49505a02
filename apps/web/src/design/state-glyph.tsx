import "./marked.css";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Glyph, type GlyphName } from "./glyph.tsx";

export type WorkState =
  | "not-begun"
  | "open"
  | "in-progress"
  | "done"
  | "paused"
  | "declined"
  | "not-available";

const looks: Record<WorkState, { readonly glyph: GlyphName; readonly tone?: string }> = {
  "not-begun": { glyph: "not-begun" },
  open: { glyph: "open" },
  "in-progress": { glyph: "in-progress", tone: "accent" },
  done: { glyph: "done", tone: "ok" },
  paused: { glyph: "paused" },
  declined: { glyph: "declined" },
  "not-available": { glyph: "declined" },
};

export interface StateGlyphProps {
  readonly state: WorkState;
  /** More exact words, such as a reason; the plain word of the state without them. */
  readonly children?: ReactNode;
  /** Only the shape is seen; the word stays for screen readers. */
  readonly isWordHidden?: boolean;
}

export function StateGlyph({ state, children, isWordHidden = false }: StateGlyphProps) {
  const t = useTranslations("opinion");
  const { glyph, tone } = looks[state];
  return (
    <span className="marked" data-tone={tone}>
      <Glyph name={glyph} />
      <span className={isWordHidden ? "visually-hidden" : undefined}>{children ?? t(`state.${state}`)}</span>
    </span>
  );
}
