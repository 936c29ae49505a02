const channelName = "consilium";
const word = "sign-out";

export interface SignOutWord {
  /** Tells the other tabs of this origin. Only the word travels: no document, no person. */
  readonly say: () => void;
  readonly stop: () => void;
}

/** SY-25: whoever signs out in one tab has signed out in all; each drops its documents. */
export function listenForSignOut(signedOut: () => void): SignOutWord {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", ({ data }) => {
    if (data === word) signedOut();
  });
  // A BroadcastChannel has no target: it reaches this origin and nobody else.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  return { say: () => channel.postMessage(word), stop: () => channel.close() };
}
