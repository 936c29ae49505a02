import type { Thread } from "@consilium/workspace";

/** What concerns the patient: what their side began or took part in. The thread with the newest word comes first. */
export function messagesOf(
  threads: readonly Thread[],
  isPatients: (seat: string) => boolean,
): readonly Thread[] {
  return threads
    .filter(
      ({ by, replies, kind }) =>
        kind !== "suggestion" && (isPatients(by) || replies.some((reply) => isPatients(reply.by))),
    )
    .toSorted((one, other) => newest(other).localeCompare(newest(one)));
}

const newest = ({ created, replies }: Thread): string =>
  replies.reduce((latest, reply) => (reply.created > latest ? reply.created : latest), created);
