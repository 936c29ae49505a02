import type { ReactNode } from "react";
import { Glyph, type GlyphName } from "../../design/glyph.tsx";

export interface CheckRowProps {
  readonly tone: "ok" | "warn" | "open";
  /** How it stands. */
  readonly title: string;
  /** What can be done about it. */
  readonly text?: string | undefined;
  /** A button, or how loud it is. */
  readonly end?: ReactNode;
}

const glyphs: Record<CheckRowProps["tone"], GlyphName> = { ok: "done", warn: "advice", open: "open" };

/** One thing that is checked before the door. */
export function CheckRow({ tone, title, text, end }: CheckRowProps) {
  return (
    <li className="check-row" data-tone={tone}>
      <Glyph name={glyphs[tone]} size={20} />
      <output>
        {title}
        {text !== undefined && <small>{text}</small>}
      </output>
      <div className="check-row-end">{end}</div>
    </li>
  );
}
