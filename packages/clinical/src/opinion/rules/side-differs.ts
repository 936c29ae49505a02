import { isEnglish } from "./english.ts";
import { createSideReader } from "./laterality.ts";
import type { Rule } from "./rule.ts";

/** English only. Of a text that is read again, only lines that changed are. */
export function createSideDiffers(): Rule {
  const conflicts = createSideReader();
  return (content, context) =>
    isEnglish(context)
      ? conflicts(content).map(({ structure, section }) => ({
          rule: "side-differs",
          level: "look",
          state: "open",
          target: { section },
          name: structure,
        }))
      : [];
}
