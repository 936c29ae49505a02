import { useMediaQuery } from "@mantine/hooks";

/** The layouts of look.md, by the width of the window. The same limits stand in the style sheets. */
const widths = {
  /** One column, tabs below it. */
  narrow: "(max-width: 819.98px)",
  /** Two panes. */
  wide: "(min-width: 1100px)",
  /** Three panes. */
  widest: "(min-width: 1440px)",
} as const;

export type Width = keyof typeof widths;

/** Known at the first rendering: nothing is laid out twice. */
export const useIsWidth = (width: Width): boolean =>
  useMediaQuery(widths[width], undefined, { getInitialValueInEffect: false });

/** At this moment. */
export const isWidth = (width: Width): boolean => matchMedia(widths[width]).matches;
