import { type DocumentName, formatDocumentName } from "@consilium/clinical";
import { addItem, itemOf, markdownToRichText, setItemField, writeFragment } from "@consilium/workspace";
import type * as Y from "yjs";
import { type Cast, found, type PlannedSeat, seatWith } from "./cast.ts";
import type { DemoCase, DemoQuestion } from "./content.ts";
import { demoId } from "./demo-id.ts";
import type { Library } from "./library.ts";
import { sectionWriter } from "./sections.ts";
import { acceptIn, beforeAccepting } from "./suggestions.ts";
import { momentsFrom } from "./typing.ts";
import { type Act, type PlannedDocument, playActs } from "./writing.ts";

interface Writers {
  readonly content: DemoCase;
  readonly cast: Cast;
  readonly library: Library;
}

/** Who wrote a document, from when on and until when at the latest. */
interface Sitting {
  readonly seat: PlannedSeat;
  readonly start: Date;
  readonly end: Date;
}

/** Between two paragraphs. */
const pause = 7 * 60_000;

/** Everything that was written besides the opinion and the layers. */
export function planDocuments(writers: Writers): PlannedDocument[] {
  return Object.entries(writers.content.documents).map(([written, { sections = [] }]) => {
    const name = documentNameOf(written);
    const texts = sections.map(({ id, md }) => ({ section: id, md }));
    const sitting = sittingOf(written, name, writers);
    const acts = paragraphActs(written, name, texts, sitting, writers);
    if (name.kind === "story") acts.push(questionAct(sitting, writers.content.questions));
    if (acts.length === 0) acts.push({ at: sitting.start, seat: sitting.seat, write: () => undefined });
    return playActs(name, acts);
  });
}

/** `workpad.spi-opinion`, with the name of the content in the place of the id. */
export function documentNameOf(written: string): DocumentName {
  const at = written.indexOf(".");
  const kind = at < 0 ? written : written.slice(0, at);
  switch (kind) {
    case "opinion":
    case "workpad":
    case "addendum":
    case "conference":
      return { kind, id: demoId("document", written.slice(at + 1)) };
  }
  switch (written) {
    case "story":
    case "story.prior":
    case "referral":
    case "referral.prior":
      return { kind: written };
  }
  throw new Error(`There is no document ${written}`);
}

interface SectionText {
  readonly section: string;
  readonly md: string;
}

/** A document written paragraph by paragraph, and changed where suggestions were accepted later. */
export function paragraphActs(
  written: string,
  name: DocumentName,
  texts: readonly SectionText[],
  { seat, start, end }: Sitting,
  { content, cast, library }: Writers,
): Act[] {
  const write = sectionWriter(`${cast.caseId}/${formatDocumentName(name)}`, library);
  const grown = texts.flatMap(({ section, md }) =>
    growByParagraph(beforeAccepting(md, content.threads, written, section)).map((text) => ({
      section,
      text,
    })),
  );
  const moments = momentsFrom(start, end, grown.length, pause);
  const writing = grown.map(({ section, text }, index): Act => ({
    at: found(moments[index], `moment ${index}`),
    seat,
    write: (doc) => write(doc, section, text),
  }));
  return [...writing, ...acceptIn(texts, { written, content, cast, write })];
}

function growByParagraph(md: string): string[] {
  const paragraphs = md.split("\n\n");
  return paragraphs.map((_, index) => paragraphs.slice(0, index + 1).join("\n\n"));
}

/** The ranked questions stand in the story until submission makes rows of them. */
function questionAct({ seat, start }: Sitting, questions: readonly DemoQuestion[]): Act {
  const ranked = questions.toSorted((one, other) => one.rank - other.rank);
  return {
    at: new Date(start.getTime() + 60_000),
    seat,
    write: (doc) => ranked.forEach((question) => writeQuestion(doc, question)),
  };
}

function writeQuestion(doc: Y.Doc, { id: name, text, earlier, textForBlind }: DemoQuestion): void {
  const id = demoId("question", name);
  addItem(doc, "question", id);
  const words = earlier?.[0] ?? text;
  writeFragment(
    found(itemOf(doc, id), name).rich("text"),
    markdownToRichText(words, () => ""),
  );
  if (textForBlind !== undefined) setItemField(doc, id, "textForBlind", textForBlind);
}

function sittingOf(written: string, name: DocumentName, writers: Writers): Sitting {
  const { content, cast } = writers;
  const lead = cast.seatOf(content.opinion.lead);
  switch (name.kind) {
    case "story":
    case "story.prior":
      return { seat: seatWith(cast, "patient"), ...intakeOf(writers) };
    case "referral":
    case "referral.prior":
      return { seat: seatWith(cast, "referrer"), ...intakeOf(writers) };
    case "conference":
      return hourFrom(lead, cast.at(meetingOf(content, written).written));
    case "addendum": {
      const { by, signed } = found(content.documents[written], written);
      const end = cast.at(found(signed, written));
      return hourFrom(cast.seatOf(found(by, written)), new Date(end.getTime() - hour));
    }
    case "opinion": {
      const blind = found(
        cast.seats.find(({ mode }) => mode === "blind"),
        "blind seat",
      );
      return hourFrom(blind, afterArrival(blind));
    }
    case "workpad":
      return hourFrom(lead, afterArrival(lead));
    case "layer":
      throw new Error("Layers are written by threads");
  }
}

/** `conference.onc-meeting`. */
const meetingOf = ({ meetings }: DemoCase, written: string) =>
  found(
    meetings.find(({ id }) => `conference.${id}` === written),
    written,
  );

const hour = 3_600_000;

const hourFrom = (seat: PlannedSeat, start: Date): Sitting => ({
  seat,
  start,
  end: new Date(start.getTime() + hour),
});

/** From the opening of the case to its submission. */
function intakeOf({ content, cast }: Writers): Pick<Sitting, "start" | "end"> {
  const at = (event: string) =>
    cast.at(found(content.lifecycle.find((row) => row.event === event)?.at, event));
  return { start: at("draft"), end: at("submitted") };
}

/** A working morning. */
export const afterArrival = ({ from }: PlannedSeat): Date => new Date(from.getTime() + 9 * hour);
