import type { Communication, ServiceRequest } from "@medplum/fhirtypes";
import { plainWords } from "../plain-words.ts";
import type { Report, ReportQuestion, ReportUrgentFinding } from "../report.ts";
import { fhirString, given } from "./given.ts";
import { type Named, refer } from "./names.ts";
import { inWords } from "./narrative.ts";
import { personName, roleName } from "./people.ts";

/** What was asked, question by question, and what was answered; and what could not wait. */
export const questions = (report: Report): readonly Named[] => [
  { name: "request", resource: requestOf(report) },
  ...report.questions.flatMap((question) => communications(question, report)),
  ...report.urgentFindings.map((finding, at): Named => ({
    name: `urgent/${at + 1}`,
    resource: urgentOf(finding),
  })),
];

function requestOf({ askedBy, case: { number, title }, questions: asked, signers }: Report): ServiceRequest {
  const [asker] = askedBy;
  return given<ServiceRequest>({
    resourceType: "ServiceRequest",
    text: inWords(title, ...asked.map(({ text }) => text)),
    identifier: [{ value: number }],
    status: "completed",
    intent: "order",
    code: { text: "Second medical opinion" },
    subject: refer("patient"),
    requester: asker ? refer(personName(asker), asker.name) : refer("patient"),
    performer: signers.map((signer) => refer(roleName(signer), signer.name)),
    reasonCode: [{ text: title }],
  });
}

function communications(question: ReportQuestion, { signers }: Report): readonly Named[] {
  const { id, text, answer, withdrawnAt } = question;
  const name = `question/${id}`;
  const asked = given<Communication>({
    resourceType: "Communication",
    text: inWords(text),
    status: withdrawnAt === null ? "completed" : "stopped",
    statusReason: withdrawnAt === null ? null : { text: "Withdrawn" },
    basedOn: [refer("request")],
    subject: refer("patient"),
    payload: [{ contentString: fhirString(text) || "?" }],
    note: withdrawnAt === null ? null : [{ time: withdrawnAt, text: "Withdrawn" }],
  });
  const words = answer ? plainWords([...answer.text, ...answer.cannot]) : "";
  if (words === "") return [{ name, resource: asked }];
  const [signer] = signers;
  const answered = given<Communication>({
    resourceType: "Communication",
    text: inWords(words),
    status: "completed",
    inResponseTo: [refer(name)],
    subject: refer("patient"),
    sender: signer ? refer(roleName(signer), signer.name) : null,
    payload: [{ contentString: fhirString(words) }],
  });
  return [
    { name, resource: asked },
    { name: `answer/${id}`, resource: answered },
  ];
}

const urgentOf = (finding: ReportUrgentFinding): Communication =>
  given<Communication>({
    resourceType: "Communication",
    text: inWords(finding.words, finding.recipient),
    status: "completed",
    priority: "stat",
    medium: finding.channels.map((channel) => ({ text: channel })),
    subject: refer("patient"),
    sent: finding.raisedAt,
    received: finding.acknowledgedAt,
    recipient: [{ display: finding.recipient }],
    sender: { display: finding.raisedBy },
    payload: [{ contentString: fhirString(finding.words) }],
    note: finding.passedOn
      ? [
          {
            time: finding.passedOn.at,
            text: ["Passed on unanswered", finding.passedOn.second].filter(Boolean).join(" · "),
          },
        ]
      : null,
  });
