import { formatDocumentName } from "@consilium/clinical";
import { type Cast, found } from "./cast.ts";
import type { DemoCase } from "./content.ts";
import { afterArrival, documentNameOf, paragraphActs } from "./documents.ts";
import { historyActs } from "./history.ts";
import { byRank, writeItem } from "./items.ts";
import type { Library } from "./library.ts";
import { sectionWriter } from "./sections.ts";
import { accepting, suggestionId } from "./suggestions.ts";
import { type Act, type PlannedDocument, playActs } from "./writing.ts";

interface OpinionOptions {
  readonly content: DemoCase;
  readonly cast: Cast;
  readonly library: Library;
}

/** The lead opinion: step by step where the content has its history, else paragraph by paragraph. */
export function planOpinion(options: OpinionOptions): PlannedDocument {
  const { content } = options;
  const writing = content.history ? stepActs(content.history.steps, options) : sittingActs(options);
  return playActs(documentNameOf(`opinion.${content.opinion.id}`), [
    ...writing,
    ...itemActs(writing, options),
  ]);
}

const documentOf = ({ cast, content }: OpinionOptions): string =>
  `${cast.caseId}/${formatDocumentName(documentNameOf(`opinion.${content.opinion.id}`))}`;

function stepActs(steps: NonNullable<DemoCase["history"]>["steps"], options: OpinionOptions): readonly Act[] {
  const { content, cast, library } = options;
  const accept = (act: Act, name: string): Act => {
    const thread = found(
      content.threads.find(({ id }) => id === name),
      name,
    );
    return accepting(act, suggestionId(thread, cast));
  };
  return historyActs(steps, { cast, write: sectionWriter(documentOf(options), library), accept });
}

function sittingActs(options: OpinionOptions): readonly Act[] {
  const { content, cast } = options;
  const { opinion, lifecycle } = content;
  const seat = cast.seatOf(opinion.lead);
  const review = lifecycle.find(({ event }) => event === "in-review");
  const start = review ? cast.at(review.at) : afterArrival(seat);
  const end = new Date(start.getTime() + 12 * 3_600_000);
  const texts = Object.entries(opinion.sections).map(([section, { md }]) => ({ section, md }));
  const name = documentNameOf(`opinion.${opinion.id}`);
  return paragraphActs("opinion", name, texts, { seat, start, end }, options);
}

/** Half-way through what its author wrote of the text, a second apart: the items say in short what the sections say. */
function itemActs(writing: readonly Act[], options: OpinionOptions): Act[] {
  const { content, cast, library } = options;
  const lead = cast.seatOf(content.opinion.lead);
  const authors = new Set(content.opinion.authors);
  const document = documentOf(options);
  const order = content.opinion.items.toSorted(byRank);
  return order.map((item, index): Act => {
    const seat = item.by !== undefined && authors.has(item.by) ? cast.seatOf(item.by) : lead;
    const own = writing.filter((act) => act.seat === seat);
    const session = found(own[Math.floor(own.length / 2)], item.id).at;
    return {
      at: new Date(session.getTime() + 1_000 * (index + 1)),
      seat,
      write: (doc) => writeItem(doc, item, { document, cast, library, order }),
    };
  });
}
