import { expect, test } from "vitest";
import { defects, quick } from "./configurations.ts";
import { search, whyNoSearch } from "./search.ts";

const why = whyNoSearch();
const skipped = why === undefined ? "" : ` (skipped: ${why})`;

test.skipIf(why !== undefined).for(quick)(
  `[SY-1] [SY-3] [SY-4] [SY-12] [SY-20] [SY-22] [SY-33] the protocol's model holds in every order of its steps: $name${skipped}`,
  { timeout: 120_000 },
  (configuration) => {
    expect(search(configuration, "every state")).toMatchObject({ errors: 0 });
  },
);

test.skipIf(why !== undefined).for(defects)(`the model $name${skipped}`, { timeout: 120_000 }, (defect) => {
  expect(search(defect, "a defect").errors).toBeGreaterThan(0);
});
