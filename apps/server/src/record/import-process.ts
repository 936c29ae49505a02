import { createUlid, secureRandom } from "@consilium/foundation";
import { importCcda, importFhir, importFhirResource, isCcda } from "@consilium/interchange";
import type { ImportWork } from "./read-file.ts";

/** A process of its own for one file: see `read-file.ts`. */
process.once("message", ({ as, file, now }: ImportWork) => {
  let made = 0;
  /** Records stand in the order of their ids: each is a millisecond later than the one before. */
  const createId = () => createUlid(now.getTime() + made++, secureRandom);
  const readCase = isCcda(file) ? importCcda : importFhir;
  const read =
    as === "case"
      ? readCase(file, { now, createId, opensCase: true })
      : importFhirResource(file, { now, createId });
  // The server ends this process once it has the answer.
  process.send?.(read);
});
