import { fhirString, given, type Named, refer } from "@consilium/report/fhir";
import type { Communication } from "@medplum/fhirtypes";
import { alone } from "./alone.ts";
import type { CaseToExport, ExportedQuestion, ExportedThread } from "./case-to-export.ts";
import { who } from "./people.ts";

/** What was asked, and what was said in the margins. */
export const talk = (exported: CaseToExport): readonly Named[] => [
  ...exported.questions.map((question) => questionOf(question, exported)),
  ...exported.threads.flatMap((thread) => threadOf(thread, exported)),
];

const said = (words: string) => [{ contentString: fhirString(words) || "…" }];

const questionOf = (
  { id, rank, text, by, at, isWithdrawn }: ExportedQuestion,
  exported: CaseToExport,
): Named => ({
  name: `question/${id}`,
  resource: given<Communication>({
    resourceType: "Communication",
    meta: alone,
    identifier: [{ system: "urn:consilium:question-rank", value: String(rank) }],
    status: isWithdrawn ? "stopped" : "in-progress",
    statusReason: isWithdrawn ? { text: "Withdrawn" } : null,
    category: [{ text: "question" }],
    basedOn: [refer("request")],
    subject: refer("patient"),
    sent: at,
    sender: who(exported, by),
    payload: said(text),
  }),
});

function threadOf(thread: ExportedThread, exported: CaseToExport): readonly Named[] {
  const root = `thread/${thread.id}`;
  const of = (name: string, by: string, at: string, words: string, isAnswer: boolean): Named => ({
    name,
    resource: given<Communication>({
      resourceType: "Communication",
      meta: alone,
      status: thread.isOver ? "completed" : "in-progress",
      category: [{ text: "remark" }],
      topic: { text: thread.about },
      inResponseTo: isAnswer ? [refer(root)] : null,
      subject: refer("patient"),
      sent: at,
      sender: who(exported, by),
      payload: said(words),
    }),
  });
  return [
    of(root, thread.by, thread.at, thread.words, false),
    ...thread.replies.map(({ id, by, at, words }) => of(`reply/${thread.id}/${id}`, by, at, words, true)),
  ];
}
