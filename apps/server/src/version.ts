import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";

const manifest = resolve(import.meta.dirname, "../../../package.json");

/** Of Consilium, as the repository's own package.json says it. */
export const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(manifest, "utf8")));
