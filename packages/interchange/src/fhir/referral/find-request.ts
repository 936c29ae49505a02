import { child, children, isTrue, line, type Node } from "../../json/node.ts";
import { codingsOf, conceptOf } from "../concept.ts";
import type { Found, Reading } from "../reading.ts";

/** SNOMED CT: patient referral, patient referral to specialist, consultation; LOINC: referral note, reason for referral. */
const referralCodes = new Set(["3457005", "103696004", "306206005", "11429006", "57133-1", "42349-1"]);
const referralWords = /\b(?:referral|second (?:medical )?opinion|consultation|e-?consult)\b/i;

const over = new Set(["revoked", "entered-in-error"]);

/** What a request that asks for an opinion is named by, in what belongs to it. */
const holders = ["basedOn", "about", "focus"] as const;

/**
 * The request that a case is opened for: the one that questions or answers of an intake belong to, else one that calls itself a
 * referral or a second opinion, of several the newest. Undefined: the file asks for none; what else is ordered in it is a record.
 */
export function findRequest(found: readonly Found[], reading: Reading): Found | undefined {
  const requests = found.filter(
    ({ entry, node }) =>
      entry.type === "ServiceRequest" &&
      !over.has(line(node, "status") ?? "") &&
      !isTrue(node, "doNotPerform"),
  );
  const named = new Set(
    found
      .filter(({ entry: { type } }) => type === "Communication" || type === "QuestionnaireResponse")
      .flatMap(({ node }) => referredBy(node, reading)),
  );
  const newest = requests.toSorted((one, other) => (authored(one) < authored(other) ? 1 : -1));
  return newest.find(({ node }) => named.has(node)) ?? newest.find(({ node }) => isReferral(node));
}

export const referredBy = (node: Node, reading: Reading): readonly Node[] =>
  holders
    .flatMap((holder) => children(node, holder))
    .map((reference) => reading.index.resolve(line(reference, "reference"), node)?.resource)
    .filter((resource) => resource !== undefined);

const authored = ({ node }: Found): string => line(node, "authoredOn") ?? "";

function isReferral(node: Node): boolean {
  const concepts = [child(node, "code"), ...children(node, "category")];
  return concepts.some(
    (concept) =>
      codingsOf(concept).some(({ code }) => referralCodes.has(code)) ||
      referralWords.test(conceptOf(concept)?.text ?? ""),
  );
}

/** Whether a name says only that it is a referral, and not what is to be decided. */
export const isPlainName = (words: string): boolean =>
  /^(?:(?:patient )?referral(?: to [\w ]{1,40})?|(?:request for )?(?:a )?second (?:medical )?opinion|consultation|e-?consult)\.?$/i.test(
    words,
  );
