import { caseFileOf, isZip } from "@consilium/exchange";
import { createUlid, secureRandom } from "@consilium/foundation";
import {
  importCcda,
  importFhir,
  importFhirResource,
  importLimits,
  type ImportOptions,
  isCcda,
} from "@consilium/interchange";
import type { ImportWork } from "./read-file.ts";

/** A process of its own for one file: see `read-file.ts`. */
process.once("message", (work: ImportWork) => void answer(work));

async function answer({ as, file, now }: ImportWork): Promise<void> {
  let made = 0;
  /** Records stand in the order of their ids: each is a millisecond later than the one before. */
  const createId = () => createUlid(now.getTime() + made++, secureRandom);
  const options = { now, createId };
  const read = as === "case" ? await readCase(file, options) : importFhirResource(file, options);
  // The server ends this process once it has the answer.
  process.send?.(read);
}

/** A case that was taken along is opened by the bundle in its archive. */
async function readCase(file: Uint8Array, options: ImportOptions) {
  const within = isZip(file) ? await caseFileOf(file, importLimits.bytes) : undefined;
  const bytes = within ?? file;
  return (isCcda(bytes) ? importCcda : importFhir)(bytes, { ...options, opensCase: true });
}
