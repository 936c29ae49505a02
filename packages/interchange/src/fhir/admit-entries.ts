import { child, children, has, line, type Node } from "../json/node.ts";
import type { BundleIndex, Entry } from "./bundle-index.ts";
import { codeOf } from "./concept.ts";
import type { Gap } from "./import-refusal.ts";
import type { Ledger } from "./ledger.ts";
import type { Found } from "./reading.ts";
import { ofThatCaseAlone } from "./referral/intake-form.ts";

/** FHIR R4, "isModifier": a reader that does not know the extension must not read the resource as if it were not there. */
const mayMeanSomethingElse = (node: Node): boolean =>
  has(node, "implicitRules") || JSON.stringify(node).includes('"modifierExtension":[{');

const isEnteredInError = (node: Node): boolean =>
  line(node, "status") === "entered-in-error" || codeOf(node, "verificationStatus") === "entered-in-error";

/** Of another case: who sat in it, what they wrote each other, what was agreed to there. */
const isOfOtherCase = (node: Node): boolean =>
  children(child(node, "meta"), "tag").some(
    (tag) => line(tag, "system") === ofThatCaseAlone.system && line(tag, "code") === ofThatCaseAlone.code,
  );

/** About somebody else; a patient whom the file does not hold is somebody else too. `patient` null: not asked. */
function isAboutOther(entry: Entry, node: Node, patient: Entry | null, index: BundleIndex): boolean {
  if (patient === null || entry.type === "Patient") return false;
  const subject = child(node, "subject") ?? child(node, "patient") ?? child(node, "beneficiary");
  const reference = line(subject, "reference");
  if (reference === null) return false;
  const resolved = index.resolve(reference, node);
  // A contained patient has no other identity than the one of its holder.
  return resolved === null
    ? !reference.startsWith("#")
    : resolved.entry !== null && resolved.entry !== patient;
}

function repeats(entries: readonly Entry[]): ReadonlySet<Entry> {
  const byId = Map.groupBy(
    entries.filter(({ id }) => id !== null),
    ({ type, id }) => `${type}/${id}`,
  );
  const repeated = new Set<Entry>();
  for (const group of byId.values()) {
    if (group.length < 2) continue;
    const seen = new Set<string>();
    for (const entry of group) {
      const content = JSON.stringify(entry.resource);
      if (seen.has(content)) repeated.add(entry);
      seen.add(content);
    }
  }
  return repeated;
}

/** Books what may not be read, whatever its type, and gives the rest. */
export function admitEntries(
  entries: readonly Entry[],
  patient: Entry | null,
  index: BundleIndex,
  ledger: Ledger,
): readonly Found[] {
  const repeated = repeats(entries);
  return entries.flatMap((entry) => {
    const node = entry.resource;
    if (node === null) {
      ledger.leave(entry, entry.gap ?? "malformed");
      return [];
    }
    const gap = gapOf(entry, node);
    if (gap !== null) ledger.leave(entry, gap);
    return gap === null ? [{ entry, node }] : [];
  });

  function gapOf(entry: Entry, node: Node): Gap | null {
    if (repeated.has(entry)) return "duplicate";
    if (isOfOtherCase(node)) return "administrative";
    if (isEnteredInError(node)) return "entered-in-error";
    if (mayMeanSomethingElse(node)) return "meaning-may-differ";
    return isAboutOther(entry, node, patient, index) ? "other-patient" : null;
  }
}
