import { createTheme, type CSSVariablesResolver, localStorageColorSchemeManager } from "@mantine/core";

/** Ten shades around the accent; 7 is the accent in light, 3 in dark. */
const petrol = [
  "#e2f0f1",
  "#c3e0e3",
  "#9cc6ca",
  "#6fc7d3",
  "#45a4b1",
  "#27848f",
  "#146c77",
  "#0b5b66",
  "#094a53",
  "#06282d",
] as const;

/** Sizes in rem, so that the reader's own size of text holds. */
export const theme = createTheme({
  colors: { petrol },
  primaryColor: "petrol",
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  defaultRadius: 6,
  respectReducedMotion: true,
  fontFamily: "var(--sans)",
  headings: { fontFamily: "var(--serif)", fontWeight: "600" },
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.0625rem" },
  spacing: { xs: "0.25rem", sm: "0.5rem", md: "0.75rem", lg: "1rem", xl: "1.5rem" },
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "10px" },
});

const variables = {
  "--mantine-color-body": "var(--canvas)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-3)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-placeholder": "var(--ink-3)",
  "--mantine-color-default": "var(--paper)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-hover": "var(--sunk)",
  "--mantine-color-default-border": "var(--line-2)",
  "--mantine-color-error": "var(--stop)",
  "--mantine-color-disabled": "var(--sunk)",
  "--mantine-color-disabled-color": "var(--ink-3)",
  "--mantine-color-disabled-border": "var(--line)",
  "--mantine-primary-color-filled": "var(--accent)",
  "--mantine-primary-color-contrast": "var(--on-accent)",
};

/** Mantine's own variables in terms of our tokens, which know the scheme themselves. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: variables,
  dark: variables,
});

/** "auto", "light" or "dark", kept on this device. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: "consilium-color-scheme" });
