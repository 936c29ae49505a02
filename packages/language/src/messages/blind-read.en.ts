/** Reading blind: writing one's own read before one sees what others wrote. */
export default {
  /** In the place of the title, which may tell the first opinion. */
  caseTitle: "A case that you read blind",
  hidden:
    "{count, plural, =0 {You read this case blind.} one {One thing is hidden on purpose.} other {# things are hidden on purpose.}}",
  hiddenText:
    "They are not on this device. Write what you see yourself; free text of others may still hint at the first opinion.",
  finishedText: "Your read is finished and cannot change any more. What the others wrote can be revealed.",
  revealed: "You have finished your own read and seen the first opinion.",
  wasReadBlind: "This case was read blind as well.",
  toComparison: "See both side by side",
  open: { reading: "Finish and reveal…", finished: "Reveal…" },
  more: "Finish your read",
  title: "Finish your read and reveal the first opinion?",
  lede: "Your own read is closed as it stands and cannot change any more. Then you see what was hidden. It cannot be unseen.",
  ledeFinished: "Your own read is closed. Now you see what was hidden. It cannot be unseen.",
  keepReading: "Keep reading",
  act: { reading: "Finish and reveal", finished: "Reveal" },
  comparison: {
    title: "Both readings side by side",
    lede: "{own} read without knowing what {lead} and others had written.",
    ownRead: "Read blind by {name}",
    findings: "Findings and where they differ",
    of: "Of",
    first: "First report",
    difference: "Difference from it",
    differences: { agrees: "Agrees", minor: "Minor", major: "Major" },
    before: "What was planned and told before",
    notSaid: "Not said",
    notWritten: "Nothing written",
    notHere: "There are no two readings to compare",
    notHereText:
      "A read that was blind stands here beside the lead opinion once it is finished and revealed.",
  },
} as const;
