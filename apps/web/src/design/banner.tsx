import "./banner.css";
import type { ReactNode } from "react";
import { Glyph } from "./glyph.tsx";

/** `draft`: a quiet fact about this page. `warn`: look at this. `stop`: refused. `ok`: done. */
export type BannerTone = "draft" | "ok" | "warn" | "stop";

export interface BannerProps {
  readonly tone: BannerTone;
  /** What is so. */
  readonly title: ReactNode;
  /** What comes next. */
  readonly children?: ReactNode;
  /** Another icon than the tone's own. */
  readonly icon?: ReactNode;
  readonly action?: ReactNode;
  /** Across the top of a pane instead of inside a column. */
  readonly isBar?: boolean;
}

const icons = {
  draft: <Glyph name="in-progress" />,
  ok: <Glyph name="done" />,
  warn: <Glyph name="advice" />,
  stop: <Glyph name="must" />,
};

/** A refusal is announced at once; the others when the reader pauses. */
export function Banner({ tone, title, children, icon, action, isBar = false }: BannerProps) {
  return (
    <div
      className="banner"
      data-tone={tone}
      data-bar={isBar || undefined}
      role={tone === "stop" ? "alert" : "status"}
    >
      {icon ?? icons[tone]}
      <p>
        <b>{title}</b> {children}
      </p>
      {action}
    </div>
  );
}
