import { once } from "node:events";
import { availableParallelism } from "node:os";
import { parentPort, Worker } from "node:worker_threads";

/**
 * Work that is cut into pieces which know nothing of each other, on as many threads as the machine has cores. `file`: what a thread runs;
 * it hears a piece as its message and says its answer by `answerPiece`. Gives all answers, as they came, so not in the order of the pieces; `progress`
 * sees those that are there. Rejects where a thread fails.
 */
export async function onEveryCore<Answer>(
  file: URL,
  pieces: readonly unknown[],
  progress: (soFar: readonly Answer[]) => void,
): Promise<readonly Answer[]> {
  const left = [...pieces];
  const answers: Answer[] = [];
  const work = async () => {
    const thread = new Worker(file, { execArgv: [] });
    try {
      while (left.length > 0) {
        const answer = once(thread, "message");
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a worker, not a window: it has no origin.
        thread.postMessage(left.shift());
        const said: Answer[] = await answer;
        answers.push(...said);
        progress(answers);
      }
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), left.length) }, work));
  return answers;
}

/** Said by a thread, once for each piece. */
export const answerPiece = (answer: unknown): void =>
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a worker, not a window: it has no origin.
  parentPort?.postMessage(answer);

/** `count` things from the first number on, in pieces of at most that many. */
export const piecesOf = (first: number, count: number, most: number): readonly Range[] =>
  Array.from({ length: Math.ceil(count / most) }, (_, at) => ({
    first: first + at * most,
    count: Math.min(most, count - at * most),
  }));

export interface Range {
  readonly first: number;
  readonly count: number;
}
