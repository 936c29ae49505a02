/** A question of a case that was sent, and how it is taken back. */
export default {
  asked: "Questions of the case",
  takenBack: "Taken back",
  takeBack: "Take back…",
  takeBackLabel: "Take back question {number, number, whole}…",
  title: "Take this question back?",
  means:
    "It stays with the other questions, marked as taken back, and whoever writes the opinion is told. If it is answered already, the answer stays: the report prints the question last, as withdrawn today, with the answer below it. This cannot be undone.",
  keep: "Keep it",
  takeBackNow: "Take it back",
} as const;
