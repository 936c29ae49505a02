/** How the patient hears the result, and how that is changed once the case was sent. */
export default {
  title: "{whose, select, own {How you hear the result} other {How the patient hears the result}}",
  unsaid: "{whose, select, own {You have not said it yet.} other {They have not said it.}}",
  change: "Change it…",
  ask: "{whose, select, own {How do you want to hear the result?} other {How does the patient want to hear the result?}}",
  until:
    "{whose, select, own {You can change it until the opinion is signed.} other {It can be changed until the opinion is signed.}}",
  way: {
    "at-once": "As soon as it is there",
    "after-call": "{whose, select, own {After somebody has called} other {After somebody has called them}}",
    "with-own-doctor":
      "{whose, select, own {Together with my own doctor} other {Together with their own doctor}}",
  },
  keepAsIs: "Leave it as it is",
  choose: "Change it",
} as const;
