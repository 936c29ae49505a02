/** Threads, suggestions, marks. */
export default {
  title: "Thread",
  you: "You",
  threadOf: "Thread by {name}",
  /** Why a comment, a question or a suggestion could not be made. */
  refusal: {
    "no-such-place": "This place is no longer in the text. Choose the words again.",
    "no-words": "Choose at least one word.",
    "quote-too-long": "That is too much text for one comment. Choose fewer words.",
    "too-long": "That is longer than a comment can be. Shorten it.",
    "not-there": "What you answer was taken away in the meantime.",
  },
} as const;
