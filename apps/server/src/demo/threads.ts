import { formatDocumentName, isClinician, isLayerTarget, type LayerName } from "@consilium/clinical";
import {
  type Anchor,
  type DocumentIndex,
  indexDocument,
  type LayerWriter,
  makeAnchor,
  resolveTextAnchor,
  type TextAnchor,
  writeLayer,
} from "@consilium/workspace";
import type * as Y from "yjs";
import { type Cast, found, type PlannedSeat } from "./cast.ts";
import type { Moment } from "./content-moment.ts";
import type { DemoThread } from "./content.ts";
import { annotationId, annotationRandom } from "./demo-id.ts";
import { documentNameOf } from "./documents.ts";
import type { Library } from "./library.ts";
import { isAccepted } from "./suggestions.ts";
import { findWords } from "./words.ts";
import { type Act, type PlannedDocument, playActs, replay } from "./writing.ts";

interface ThreadOptions {
  readonly cast: Cast;
  readonly library: Library;
  /** By the name that the content gives a target: `opinion`, `story`, `conference.onc-meeting`. */
  readonly target: (written: string) => PlannedDocument;
}

interface LayerAct {
  readonly layer: LayerName;
  readonly act: Act;
}

/** One layer for each seat, target and audience; a root in its author's, each reply and operation in its own author's. */
export function planLayers(threads: readonly DemoThread[], options: ThreadOptions): PlannedDocument[] {
  const layers = new Map<string, { readonly name: LayerName; readonly acts: Act[] }>();
  for (const { layer, act } of threads.flatMap((thread) => threadActs(thread, options))) {
    const key = formatDocumentName(layer);
    const planned = layers.get(key) ?? { name: layer, acts: [] };
    planned.acts.push(act);
    layers.set(key, planned);
  }
  return [...layers.values()].map(({ name, acts }) => playActs(name, acts));
}

function threadActs(thread: DemoThread, options: ThreadOptions): LayerAct[] {
  const { cast } = options;
  const root = annotationId(thread.id, cast.at(thread.at));
  const count = createCounter();
  const answer = answerOf(thread, cast);
  return [
    rootAct(thread, options),
    ...thread.replies.map((reply) => {
      const said = { ...reply, name: reply.id };
      return layerAct(thread, said, options, (layer) =>
        reply === answer
          ? layer.operate(root, { act: "answer", count: count() }, reply.body)
          : layer.reply(root, reply.body),
      );
    }),
    ...resolution(thread, options, (layer) => layer.operate(root, { act: "resolve", count: count() }, "")),
  ];
}

function createCounter(): () => number {
  let last = 0;
  return () => (last += 1);
}

/** A question's answer is the first reply of a clinician who did not ask it. */
function answerOf({ status, seat, replies }: DemoThread, cast: Cast) {
  if (status !== "answered") return undefined;
  return found(
    replies.find((reply) => reply.seat !== seat && isClinician(cast.seat(reply.seat))),
    "answer",
  );
}

/** An answered question stays answered: that somebody marked it as understood says no more. Accepting is in the target. */
function resolution(
  thread: DemoThread,
  options: ThreadOptions,
  write: (layer: LayerWriter) => Outcome,
): LayerAct[] {
  const { status, resolved, audience, id } = thread;
  if (status !== "resolved" || !resolved) return [];
  return [layerAct(thread, { ...resolved, audience, name: `${id}/resolved` }, options, write)];
}

function rootAct(thread: DemoThread, options: ThreadOptions): LayerAct {
  const { kind, body, replacement } = thread;
  const anchor = anchorOf(thread, options);
  const said = { ...thread, name: thread.id };
  return layerAct(thread, said, options, (layer) => {
    switch (kind) {
      case "question":
        return layer.addQuestion(anchor, body);
      case "suggestion":
        return layer.suggest(anchor, found(replacement, "replacement"), body);
      // An aside is a comment that clinicians alone read; a mark waits for the viewers.
      case "comment":
      case "aside":
      case "mark":
        return layer.addComment(anchor, body);
    }
  });
}

interface Said {
  readonly name: string;
  readonly seat: string;
  readonly at: Moment;
  readonly audience: LayerName["audience"];
}

type Outcome = ReturnType<LayerWriter["reply"]>;

function layerAct(
  thread: DemoThread,
  { name, seat, at: moment, audience }: Said,
  { cast, target }: ThreadOptions,
  write: (layer: LayerWriter) => Outcome,
): LayerAct {
  const at = cast.at(moment);
  const author: PlannedSeat = cast.seat(seat);
  const on = thread.target === "records" ? "records" : formatDocumentName(target(thread.target).name);
  if (!isLayerTarget(on)) throw new Error(`There are no layers on ${on}`);
  const act = (doc: Y.Doc) => {
    const written = write(writeLayer(doc, { clock: () => at, random: annotationRandom(name) }));
    if (!written.ok) throw new Error(`${name}: ${written.reason}`);
  };
  return {
    layer: { kind: "layer", seat: author.id, target: on, audience },
    act: { at, seat: author, write: act },
  };
}

/**
 * On the words of now, as the author's own client would have refreshed it. A suggestion that was accepted keeps the words that it
 * was made for, unless the same words came to stand elsewhere since.
 */
function anchorOf(thread: DemoThread, { cast, library, target }: ThreadOptions): Anchor {
  if (thread.record !== undefined) return library.quote(thread.record, thread.quote);
  const section = found(thread.section, `section of ${thread.id}`);
  const planned = target(thread.target);
  const now = indexDocument(replay(planned));
  if (isAccepted(thread)) {
    const before = indexDocument(replay(planned, cast.at(thread.resolved.at)));
    const made = anchorAt(before, section, thread.quoteAtCreation);
    if (resolveTextAnchor(now, made).state === "changed") return made;
  }
  return anchorAt(now, section, thread.quote);
}

function anchorAt(index: DocumentIndex, section: string, words: string): TextAnchor {
  const { text } = found(index.place({ section }), section);
  const { start, end } = findWords(text, words);
  const anchor = makeAnchor(index, { section }, start, end);
  if (!anchor.ok) throw new Error(`"${words}": ${anchor.reason}`);
  return anchor.value;
}

/** The content calls the lead opinion `opinion`. */
export const targetIn =
  (documents: readonly PlannedDocument[], opinion: PlannedDocument) =>
  (written: string): PlannedDocument => {
    if (written === "opinion") return opinion;
    const name = formatDocumentName(documentNameOf(written));
    return found(
      documents.find((planned) => formatDocumentName(planned.name) === name),
      written,
    );
  };
