import { formatDocumentName, parseDocumentName } from "@consilium/clinical";
import type { DocumentId } from "@consilium/workspace-server";
import type { VersionView } from "./version-view.ts";

/** Somebody who looks at a version. */
export interface VersionReader {
  readonly caseId: string;
  readonly opinionId: string;
  readonly seatId: string;
  /** The version's number. */
  readonly n: number;
}

export type ViewDigest = Pick<VersionView, "digest" | "newer">;

/**
 * Tells whoever was given a version that they would be answered something else now, and at nothing else: a hint at an aside,
 * at a remark on words that they do not have, or at each key of the draft would be a trace of it.
 */
export interface VersionReaders {
  /** This is what the reader was just answered. */
  readonly given: (reader: VersionReader, view: ViewDigest) => void;
  readonly committed: (document: DocumentId) => void;
  /** A command was done in this case. */
  readonly commanded: (caseId: string) => void;
  /** Resolves when nothing is looked at any more. */
  readonly close: () => Promise<void>;
}

export interface VersionReadersOptions {
  /** What this reader would be answered now; undefined: nothing, they may not read it any more. */
  readonly view: (reader: VersionReader) => Promise<ViewDigest | undefined>;
  /** Seats whose socket is here. */
  readonly seatsIn: (caseId: string) => ReadonlySet<string>;
  readonly tell: (caseId: string, seatId: string) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly failed: (cause: unknown) => void;
}

interface Watched {
  readonly caseId: string;
  /** The name of its document, `opinion.<id>`. */
  readonly opinion: string;
  readonly given: Map<string, VersionReader & ViewDigest>;
  /** Until then each change of the draft is looked at: the edit of an accepted suggestion follows its claim (documents.md 5). */
  until: number;
  isAsked: boolean;
  isLooking: boolean;
}

/** Milliseconds between two looks at one opinion: a look reads its layers again. */
const gap = 1000;
/** Milliseconds for which a claim may wait for its edit. */
const claimed = 30_000;

export function createVersionReaders(options: VersionReadersOptions): VersionReaders {
  const opinions = new Map<string, Watched>();
  const looking = createLooking(options);
  const ask = async (watched: Watched): Promise<void> => {
    await looking.ask(watched);
    if (watched.given.size === 0) opinions.delete(keyOf(watched.caseId, watched.opinion));
  };
  return {
    given: (reader, { digest, newer }) => {
      const { caseId, opinionId, seatId } = reader;
      const opinion = `opinion.${opinionId}`;
      const key = keyOf(caseId, opinion);
      const watched = opinions.get(key) ?? watch(caseId, opinion);
      opinions.set(key, watched);
      watched.given.set(seatId, { ...reader, digest, newer });
    },
    committed: (document) => {
      const cut = document.indexOf("/");
      const name = parseDocumentName(document.slice(cut + 1));
      if (!name) return;
      const isLayer = name.kind === "layer";
      const opinion = isLayer ? name.target : formatDocumentName(name);
      const watched = opinions.get(keyOf(document.slice(0, cut), opinion));
      if (watched && (isLayer || saysMore(watched, options.now()))) void ask(watched);
    },
    commanded: (caseId) => {
      for (const watched of opinions.values()) {
        if (watched.caseId !== caseId) continue;
        watched.until = options.now() + claimed;
        void ask(watched);
      }
    },
    close: looking.close,
  };
}

/** One look at an opinion after the other; what is asked for during one, or in the pause behind it, is one more look. */
function createLooking(options: VersionReadersOptions) {
  const looks = new Set<Promise<void>>();
  const open = { is: true };
  const look = async (watched: Watched): Promise<void> => {
    const running = lookAt(options, watched).catch(options.failed);
    looks.add(running);
    await running;
    looks.delete(running);
  };
  return {
    ask: async (watched: Watched): Promise<void> => {
      watched.isAsked = true;
      if (watched.isLooking) return;
      watched.isLooking = true;
      while (watched.isAsked && open.is) {
        watched.isAsked = false;
        await look(watched);
        await options.pause(gap);
      }
      watched.isLooking = false;
    },
    close: async (): Promise<void> => {
      open.is = false;
      await Promise.all(looks);
    },
  };
}

const keyOf = (caseId: string, opinion: string): string => `${caseId}/${opinion}`;

const watch = (caseId: string, opinion: string): Watched => ({
  caseId,
  opinion,
  given: new Map(),
  until: 0,
  isAsked: false,
  isLooking: false,
});

/** Most of what is written in a draft changes nothing for who was given a version: that it goes on they know already. */
const saysMore = ({ given, until }: Watched, now: number): boolean =>
  now < until || [...given.values()].some(({ newer }) => !newer);

/** Who has no socket here any more is told nothing: they ask when they come back. */
async function lookAt({ view, seatsIn, tell }: VersionReadersOptions, watched: Watched): Promise<void> {
  for (const [seatId, before] of watched.given) {
    const now = seatsIn(watched.caseId).has(seatId) ? await view(before) : undefined;
    // Answered over HTTP meanwhile: that answer is as new.
    if (watched.given.get(seatId) !== before) continue;
    if (!now) watched.given.delete(seatId);
    else if (now.digest !== before.digest) {
      watched.given.set(seatId, { ...before, ...now });
      await tell(watched.caseId, seatId);
    }
  }
}
