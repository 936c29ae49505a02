import type { Cast } from "./cast.ts";
import type { DemoCase, DemoThread } from "./content.ts";
import { annotationId } from "./demo-id.ts";
import type { WriteSection } from "./sections.ts";
import type { Act } from "./writing.ts";

/** The threads of the content call the lead opinion `opinion`. */
export const isOn = (thread: DemoThread, written: string): boolean => thread.target === written;

type AcceptedThread = DemoThread & {
  readonly quoteAtCreation: string;
  readonly resolved: NonNullable<DemoThread["resolved"]>;
};

export const isAccepted = (thread: DemoThread): thread is AcceptedThread =>
  thread.kind === "suggestion" &&
  thread.status === "accepted" &&
  thread.quoteAtCreation !== undefined &&
  thread.resolved !== undefined;

export const suggestionId = (thread: DemoThread, cast: Cast): string =>
  annotationId(thread.id, cast.at(thread.at));

/** The section as it was when nothing had been accepted in it yet. */
export function beforeAccepting(
  md: string,
  threads: readonly DemoThread[],
  written: string,
  section: string,
): string {
  return threads
    .filter(isAccepted)
    .filter((thread) => isOn(thread, written) && thread.section === section)
    .reduce((text, { quote, quoteAtCreation }) => text.replace(quote, () => quoteAtCreation), md);
}

interface Accepting {
  readonly written: string;
  readonly content: DemoCase;
  readonly cast: Cast;
  readonly write: WriteSection;
}

/** One act for each accepted suggestion: the words and the mark that it was taken, in one transaction. */
export function acceptIn(
  texts: readonly { readonly section: string; readonly md: string }[],
  { written, content, cast, write }: Accepting,
): Act[] {
  return texts.flatMap(({ section, md }) => {
    const accepted = content.threads
      .filter(isAccepted)
      .filter((thread) => isOn(thread, written) && thread.section === section);
    if (accepted.length > 1) throw new Error("One accepted suggestion a section is all this can replay");
    return accepted.map((thread) =>
      accepting(
        {
          at: cast.at(thread.resolved.at),
          seat: cast.seat(thread.resolved.seat),
          write: (doc) => write(doc, section, md),
        },
        suggestionId(thread, cast),
      ),
    );
  });
}

export const accepting = (act: Act, id: string): Act => ({
  ...act,
  write: (doc) => {
    act.write(doc);
    doc.getMap<boolean>("accepted").set(id, true);
  },
});
