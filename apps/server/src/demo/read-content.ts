import { readFileSync } from "node:fs";
import type { Day } from "@consilium/foundation";
import { type DemoCase, demoCaseSchema } from "./content.ts";
import { resolveAllDates } from "./dates.ts";

export const demoCaseNames = ["oncology", "cardiology", "spine"] as const;
export type DemoCaseName = (typeof demoCaseNames)[number];

/** A file of the demo content as it was written. */
export const readContentFile = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../demo/${name}.json`, import.meta.url), "utf8"));

/** Throws where the content is not what the loader knows. */
export const readDemoCase = (name: DemoCaseName, today: Day): DemoCase =>
  demoCaseSchema.parse(resolveAllDates(readContentFile(name), today));
