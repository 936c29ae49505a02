import { Glyph, type GlyphName } from "../../design/glyph.tsx";
import type { Standing } from "./standing.ts";

const glyphs: Record<Standing, GlyphName> = {
  live: "in-progress",
  planned: "open",
  late: "advice",
  ended: "done",
  "not-held": "declined",
  cancelled: "declined",
};

/** Beside the words that say it. */
export const StandingGlyph = ({ standing }: { readonly standing: Standing }) => (
  <span className="conference-glyph" data-standing={standing}>
    <Glyph name={glyphs[standing]} />
  </span>
);
