import type { formats } from "./formats.ts";
import type en from "./messages/en.ts";

// TypeScript finds the module to augment only where something is imported from it.
export type { AppConfig } from "use-intl";

declare module "use-intl" {
  interface AppConfig {
    Messages: typeof en;
    Formats: typeof formats;
  }
}
