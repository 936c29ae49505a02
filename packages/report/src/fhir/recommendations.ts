import type { Reference, Task } from "@medplum/fhirtypes";
import { plainWords } from "../plain-words.ts";
import type { Report, ReportRecommendation } from "../report.ts";
import { fhirString, given } from "./given.ts";
import { type Named, refer } from "./names.ts";
import { inWords } from "./narrative.ts";
import { personName, roleName } from "./people.ts";

export const recommendations = (report: Report): readonly Named[] =>
  report.recommendations.map((recommendation) => ({
    name: taskName(recommendation),
    resource: taskOf(recommendation, report),
  }));

export const taskName = ({ id }: Pick<ReportRecommendation, "id">): string => `recommendation/${id}`;

function taskOf(recommendation: ReportRecommendation, report: Report): Task {
  const { action, owner, due, urgency } = recommendation;
  const words = plainWords(action);
  const [signer] = report.signers;
  return given<Task>({
    resourceType: "Task",
    text: inWords(words, owner?.name ?? null, urgency, due),
    status: "requested",
    intent: "proposal",
    priority: priorityOf(urgency),
    description: fhirString(words),
    focus: refer("request"),
    for: refer("patient"),
    authoredOn: report.signedAt,
    requester: signer ? refer(roleName(signer), signer.name) : null,
    owner: ownerOf(recommendation, report),
    restriction: due === null ? null : { period: { end: due } },
    note: notesOf(recommendation, report).map((text) => ({ text })),
  });
}

/** The line that was written stays in the note: it may say more than four words of FHIR. */
function priorityOf(urgency: string): Task["priority"] {
  if (/^(?:now|at once|immediately)\b/i.test(urgency)) return "stat";
  return /^(?:soon|urgent)/i.test(urgency) ? "urgent" : "routine";
}

function ownerOf({ owner }: ReportRecommendation, report: Report): Reference<never> | null {
  if (!owner) return null;
  const known = [...report.signers, ...report.askedBy].find(({ seat }) => seat === owner.seat);
  return known ? refer(personName(known), owner.name) : { display: owner.name };
}

const notesOf = (recommendation: ReportRecommendation, report: Report): readonly string[] =>
  [
    ["Urgency", recommendation.urgency],
    ["Strength", recommendation.strength ?? ""],
    ["Certainty", recommendation.certainty],
    ["Reason", plainWords(recommendation.reason)],
    ["Would change it", plainWords(recommendation.changes)],
    ...recommendation.references.map((number) => [
      "Source",
      report.references.find((reference) => reference.number === number)?.text ?? "",
    ]),
  ]
    .filter(([, words]) => words !== "")
    .map(([name, words]) => `${name}: ${words}`);
