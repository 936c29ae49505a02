/** One file that is to be sent. */
export interface Job {
  /** Its fingerprint in the delivery: the same when it is chosen again. */
  readonly id: string;
  /** Unlike every other path of the delivery. */
  readonly path: string;
  readonly file: File;
  /** Where a part of it lies already. */
  readonly url: string | null;
}

/**
 * Why a file stopped. `no-answer`: nothing got through, or the server is not well. `gone`: what had arrived is not there any
 * more. `too-large`: this file is not taken. `signed-out`: the session has ended. `refused`: none of the delivery is taken;
 * `sentence` is the server's.
 */
export type SendFailure =
  | { readonly why: "no-answer" | "gone" | "too-large" | "signed-out" }
  | { readonly why: "refused"; readonly sentence: string | null };

export interface SendEvents {
  /** The server has a place for it. */
  readonly located: (url: string) => void;
  /** Bytes. */
  readonly progress: (sent: number) => void;
  /** The server has answered. */
  readonly gotThrough: () => void;
  /** All of it is on the server. */
  readonly arrived: () => void;
  /** It is not sent any more. */
  readonly failed: (failure: SendFailure) => void;
}

/** A file on its way. None of these is answered by an event. */
export interface Sending {
  readonly pause: () => void;
  readonly resume: () => void;
  /** What has arrived is removed from the server. */
  readonly remove: () => void;
}

/** Sends files in pieces, each going on where it stopped. */
export interface Transport {
  readonly send: (job: Job, events: SendEvents) => Sending;
  /** Nothing is sent any more; what has arrived stays. */
  readonly close: () => void;
}
