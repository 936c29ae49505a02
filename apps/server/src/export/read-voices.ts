import { documentAccess, type DocumentName, formatDocumentName, intakeListNames } from "@consilium/clinical";
import { documentId } from "@consilium/database";
import type { ExportedVoice } from "@consilium/exchange";
import { intakeOf, itemsOf, plainTextOf, readFragment, sectionText } from "@consilium/workspace";
import type { Doc } from "yjs";
import type { Visit } from "../api/api-context.ts";
import { readContent } from "../document/read-content.ts";
import type { Services } from "../services.ts";

/** What both sides said in the intake, as far as the seat may read it. A side that said nothing is left out. */
export async function readVoices(services: Services, visit: Visit): Promise<readonly ExportedVoice[]> {
  const open = (kind: Opened["kind"]) => openFor(services, visit, { kind });
  const story = await voiceOf("patient", await open("story"), await open("story.prior"));
  const referral = await voiceOf("clinician", await open("referral"), await open("referral.prior"));
  return [story, referral].filter(saysSomething);
}

type Opened = Extract<DocumentName, { kind: "story" | "story.prior" | "referral" | "referral.prior" }>;

async function openFor(
  services: Services,
  { seat, facts, row }: Visit,
  name: Opened,
): Promise<Doc | undefined> {
  if (documentAccess(name, seat, facts, services.now()).read !== "live") return undefined;
  return readContent(services, documentId(row.id, formatDocumentName(name)));
}

const texts = (doc: Doc | undefined, side: ExportedVoice["side"]): ExportedVoice["texts"] => {
  if (!doc) return {};
  return side === "patient"
    ? {
        decision: sectionText(doc, "decision"),
        goals: sectionText(doc, "goals"),
        history: sectionText(doc, "history"),
        daily: sectionText(doc, "daily"),
        hear: sectionText(doc, "hear"),
      }
    : { decision: sectionText(doc, "ask"), summary: sectionText(doc, "summary") };
};

async function voiceOf(
  side: ExportedVoice["side"],
  doc: Doc | undefined,
  prior: Doc | undefined,
): Promise<ExportedVoice> {
  const answers = doc && intakeOf(doc);
  return {
    side,
    texts: {
      ...texts(doc, side),
      ...(prior && { told: sectionText(prior, side === "patient" ? "told" : "plan") }),
    },
    questions: doc ? questionsIn(doc) : [],
    entries: intakeListNames.flatMap((list) =>
      (answers?.entries[list] ?? []).map(({ fields, still, record }) => ({
        list,
        fields,
        still,
        isOfRecord: record !== null,
      })),
    ),
    none: Object.fromEntries(answers?.none ?? []),
    records: Object.fromEntries(answers?.records ?? []),
    pregnancy: answers?.pregnancy ?? null,
  };
}

const questionsIn = (doc: Doc): ExportedVoice["questions"] =>
  itemsOf(doc, "question").flatMap(({ rich, scalar }) => {
    const text = plainTextOf(readFragment(rich("text"))).trim();
    const blind = scalar("textForBlind");
    return text === ""
      ? []
      : [{ text, textForBlind: typeof blind === "string" && blind.trim() !== "" ? blind : null }];
  });

const saysSomething = (voice: ExportedVoice): boolean =>
  Object.values(voice.texts).some((text) => text.trim() !== "") ||
  voice.questions.length + voice.entries.length > 0 ||
  Object.keys(voice.none).length + Object.keys(voice.records).length > 0 ||
  voice.pregnancy !== null;
