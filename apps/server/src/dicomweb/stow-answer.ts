import type { DicomJson, FiledInstance } from "@consilium/interchange";
import type { z } from "@hono/zod-openapi";
import type { OneDelivery } from "../delivery/delivery-schemas.ts";
import { addressOf } from "./dicom-answers.ts";
import type { ReadableSeries } from "./read-study.ts";
import type { NamedInstance, ReceivedInstances } from "./receive-instances.ts";

type Outcome = z.infer<typeof OneDelivery>["outcomes"][number];

/** Failure reasons (PS3.18, table I.2-2). */
const failures = {
  outOfResources: 0xa700,
  cannotUnderstand: 0xc000,
  processing: 0x0110,
  notSupported: 0x0122,
} as const;

/** Of a file that could not be read, why not; whatever is not among them was not understood. */
const failureReasons: Readonly<Partial<Record<NonNullable<Outcome["reason"]>, number>>> = {
  "too-large": failures.outOfResources,
  "needs-too-much-memory": failures.outOfResources,
  "unpacks-too-large": failures.outOfResources,
  "took-too-long": failures.processing,
  "reader-crashed": failures.processing,
  "too-much-failed": failures.processing,
  "kind-not-read": failures.notSupported,
  "dicom-directory": failures.notSupported,
};

export interface StowAnswer {
  readonly status: 200 | 202 | 409;
  readonly body: DicomJson;
}

/**
 * What STOW-RS answers (PS3.18, 10.5.3): which instances are kept, and which others failed. One whose identifiers are known stands
 * in the Failed SOP Sequence, any other among the Other Failures, a part of another type with them. A report or document that is
 * kept has no address of DICOMweb.
 */
export function stowAnswer(
  outcomes: readonly Outcome[],
  { digests, named, otherParts }: ReceivedInstances,
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
  const failedInstances = failed.flatMap((outcome) => {
    const one = named.get(outcome.path);
    return one ? [{ ...identifiersOf(one), ...failureOf(outcome) }] : [];
  });
  const others = [
    ...failed.filter(({ path }) => !named.has(path)).map(failureOf),
    ...Array.from({ length: otherParts }, () => failure(failures.cannotUnderstand)),
  ];
  const body = {
    ...sequence("00081198", failedInstances),
    ...sequence("00081199", referenced),
    ...sequence("0008119A", others),
  };
  if (failed.length + otherParts === 0) return { status: 200, body };
  return { status: failed.length === outcomes.length ? 409 : 202, body };
}

const sequence = (tag: string, items: readonly DicomJson[]): DicomJson =>
  items.length > 0 ? { [tag]: { vr: "SQ", Value: items } } : {};

const identifiersOf = ({ sopClass, instanceUid }: NamedInstance): DicomJson => ({
  "00081150": { vr: "UI", Value: [sopClass] },
  "00081155": { vr: "UI", Value: [instanceUid] },
});

const referenceTo = ({ instance }: FiledInstance, base: string): DicomJson => ({
  ...identifiersOf(instance),
  "00081190": { vr: "UR", Value: [`${base}${addressOf(instance)}`] },
});

const failure = (reason: number): DicomJson => ({ "00081197": { vr: "US", Value: [reason] } });

const failureOf = ({ reason }: Outcome): DicomJson =>
  failure((reason && failureReasons[reason]) || failures.cannotUnderstand);
