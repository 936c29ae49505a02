import type { DicomJson, FiledInstance } from "@consilium/interchange";
import type { z } from "@hono/zod-openapi";
import type { OneDelivery } from "../delivery/delivery-schemas.ts";
import { addressOf } from "./dicom-answers.ts";
import type { ReadableSeries } from "./read-study.ts";
import type { ReceivedInstances } from "./receive-instances.ts";

type Outcome = z.infer<typeof OneDelivery>["outcomes"][number];

/** PS3.18, table I.2-2: "cannot understand", and "out of resources" for what is too large to be read. */
const cannotUnderstand = 0xc000;
const outOfResources = 0xa700;
const tooLarge: ReadonlySet<unknown> = new Set(["too-large", "needs-too-much-memory", "unpacks-too-large"]);

export interface StowAnswer {
  readonly status: 200 | 202 | 409;
  readonly body: DicomJson;
}

/**
 * What STOW-RS answers (PS3.18, 10.5.3): which instances are kept, and for how many others it failed. An instance that could not
 * be read has no identifiers, so it stands among the other failures. A report or document that is kept has no address of DICOMweb.
 */
export function stowAnswer(
  outcomes: readonly Outcome[],
  { digests }: ReceivedInstances,
  studies: readonly ReadableSeries[],
  base: string,
): StowAnswer {
  const known = new Map(
    studies.flatMap(({ index }) => index.instances.map((one) => [one.sha256, one] as const)),
  );
  const failed = outcomes.filter(({ is }) => is === "not-read" || is === "ignored");
  const referenced = outcomes.flatMap(({ path, is }) => {
    const one = is === "kept" || is === "duplicate" ? known.get(digests.get(path) ?? "") : undefined;
    return one ? [referenceTo(one, base)] : [];
  });
  const body = {
    ...(referenced.length > 0 && { "00081199": { vr: "SQ", Value: referenced } }),
    ...(failed.length > 0 && { "0008119A": { vr: "SQ", Value: failed.map(failureOf) } }),
  };
  if (failed.length === 0) return { status: 200, body };
  return { status: failed.length === outcomes.length ? 409 : 202, body };
}

const referenceTo = ({ instance }: FiledInstance, base: string): DicomJson => ({
  "00081150": { vr: "UI", Value: [instance.sopClass] },
  "00081155": { vr: "UI", Value: [instance.instanceUid] },
  "00081190": { vr: "UR", Value: [`${base}${addressOf(instance)}`] },
});

const failureOf = ({ reason }: Outcome): DicomJson => ({
  "00081197": { vr: "US", Value: [tooLarge.has(reason) ? outOfResources : cannotUnderstand] },
});
