import { intakeForm, type ReferralChoices, type ReferralEntry, referralTexts } from "@consilium/interchange";
import { fhirString, given, type Named, refer } from "@consilium/report/fhir";
import type {
  QuestionnaireResponse,
  QuestionnaireResponseItem,
  QuestionnaireResponseItemAnswer,
} from "@medplum/fhirtypes";
import type { CaseToExport, ExportedVoice } from "./case-to-export.ts";
import { who } from "./people.ts";

type Item = QuestionnaireResponseItem;
type Answer = QuestionnaireResponseItemAnswer;

/** What each side answered, and what was chosen, as answers of the intake's own forms. */
export function intake(exported: CaseToExport): readonly Named[] {
  const spoken = exported.voices.flatMap((voice): readonly Named[] => {
    const item = itemsOf(voice);
    const source = sourceOf(voice, exported);
    return item.length === 0
      ? []
      : [{ name: `intake/${voice.side}`, resource: responseOf(intakeForm.words, item, source) }];
  });
  return [
    ...spoken,
    { name: "intake/choices", resource: responseOf(intakeForm.choices, choicesOf(exported.choices), null) },
  ];
}

const responseOf = (
  questionnaire: string,
  item: readonly Item[],
  source: QuestionnaireResponse["source"] | null,
): QuestionnaireResponse =>
  given<QuestionnaireResponse>({
    resourceType: "QuestionnaireResponse",
    questionnaire,
    status: "completed",
    basedOn: [refer("request")],
    subject: refer("patient"),
    source,
    item: item.length === 0 ? null : [...item],
  });

/** Who speaks; a side that nobody sits on any more is still that side. */
function sourceOf({ side }: ExportedVoice, exported: CaseToExport): QuestionnaireResponse["source"] {
  if (side === "patient") return refer("patient");
  const clinician = exported.people.find(({ role }) => role === "referrer" || role === "care-team");
  return clinician ? who(exported, clinician.seat) : { type: "Practitioner", display: "Referring clinician" };
}

const words = (text: string): Answer => ({ valueString: fhirString(text) });
const code = (value: string): Answer => ({ valueCoding: { system: intakeForm.system, code: value } });
const item = (linkId: string, text: string, answer: readonly Answer[]): Item => ({
  linkId,
  text,
  answer: [...answer],
});

const titles: Readonly<Record<(typeof referralTexts)[number], string>> = {
  decision: "What is to be decided",
  goals: "Hopes, fears and what matters",
  history: "What happened",
  daily: "Daily life",
  hear: "How to hear it",
  summary: "The case in short",
  told: "What was told and planned so far",
};

function itemsOf({ texts, questions, entries, none, records, pregnancy }: ExportedVoice): readonly Item[] {
  const said = referralTexts.flatMap((name) => {
    const text = texts[name] ?? "";
    return text.trim() === "" ? [] : [item(name, titles[name], [words(text)])];
  });
  const asked = questions.map(({ text, textForBlind }): Answer => ({
    ...words(text),
    ...(textForBlind !== null && {
      item: [item(intakeForm.forBlind, "In words for a blind reader", [words(textForBlind)])],
    }),
  }));
  const codes = (prefix: string, answers: Readonly<Record<string, string>>, title: string) =>
    Object.entries(answers)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, answer]) => item(`${prefix}${name}`, `${title}: ${name}`, [code(answer)]));
  return [
    ...said,
    ...(asked.length > 0 ? [item(intakeForm.questions, "What is asked", asked)] : []),
    ...entries.map(entryItem),
    ...codes("none.", none, "None, or not known"),
    ...codes("record.", records, "Record"),
    ...(pregnancy === null ? [] : [item("pregnancy", "Pregnancy", [code(pregnancy)])]),
  ];
}

const dates = new Set(["on", "from", "to"]);

const entryItem = ({ list, fields, still, isOfRecord }: ReferralEntry): Item => ({
  linkId: `entry.${list}`,
  text: list,
  item: [
    ...Object.entries(fields)
      .filter(([, value]) => value.trim() !== "")
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) =>
        item(`entry.${list}.${name}`, name, [dates.has(name) ? { valueDate: value } : words(value)]),
      ),
    ...(still === null ? [] : [item(`entry.${list}.still`, "Still so", [code(still)])]),
    ...(isOfRecord ? [item(`entry.${list}.record`, "Of a record", [{ valueBoolean: true }])] : []),
  ],
});

function choicesOf({ decide, decideBy, hearing, treating, help }: ReferralChoices): readonly Item[] {
  const lines = (prefix: string, said: Readonly<Record<string, string>>) =>
    Object.entries(said)
      .filter(([, value]) => value.trim() !== "")
      .map(([name, value]) => item(`${prefix}.${name}`, name, [words(value)]));
  return [
    ...(decide ? [item("decide", "When it is to be decided", [code(decide)])] : []),
    ...(decideBy ? [item("decideBy", "By which day", [{ valueDate: decideBy }])] : []),
    ...(hearing ? [item("hearing", "How to hear the result", [code(hearing)])] : []),
    ...(treating
      ? [
          {
            linkId: "treating",
            text: "The treating doctor",
            item: [
              item("treating.has", "There is one", [{ valueBoolean: treating.has }]),
              ...lines("treating", {
                name: treating.name,
                workplace: treating.workplace,
                contact: treating.contact,
              }),
            ],
          },
        ]
      : []),
    ...(help
      ? [
          {
            linkId: "help",
            text: "What makes talking easier",
            item: [
              item("help.interpreter", "An interpreter", [{ valueBoolean: help.interpreter }]),
              ...(help.needs.length > 0 ? [item("help.needs", "Needs", help.needs.map(code))] : []),
              ...lines("help", { note: help.note }),
            ],
          },
        ]
      : []),
  ];
}
