/** An urgent finding: it is raised, somebody has an hour to take it on, and it is passed on. */
export default {
  raise: "Raise an urgent finding…",
  title: "An urgent finding",
  text: "Whoever you choose is told at once, in the app and by mail. If they do not say within an hour that they have it, whoever coordinates and your second contact are told. All clinicians of the case read it, and it stands in the report.",
  textPhone: "It replaces no telephone call where minutes count.",
  what: "What you found, and what it needs",
  recipient: "Who is to act on it",
  second: "Second contact",
  secondHint: "Told as well once the hour is over.",
  nobody: "Nobody",
  channel: "How you reached them besides",
  channelHint: "Such as: by telephone at 10:40, nobody answered. It can stay empty.",
  whatMissing: "Write what you found first.",
  nobodyThere:
    "Nobody else of this case can be told. Call the hospital, and ask whoever coordinates to give somebody a place.",
  send: "Tell them now",
  notSent: "Nobody was told. Your words are still here: send them again, or call.",

  waits: "Urgent: {what}",
  waitsWithoutWords: "An urgent finding waits.",
  waitsFor: "{by} raised it on {raised, date, moment} for {recipient}, who has until {due, date, clock}.",
  waitsForYou:
    "{by} raised it on {raised, date, moment} for you. Say by {due, date, clock} that you have it.",
  passedOn:
    "{by} raised it on {raised, date, moment} for {recipient}. The hour is over: at {escalated, date, clock} whoever coordinates {second, select, none {was} other {and {second} were}} told.",
  have: "I have it",
  reached: "Besides: {channel}",
  taken: "Urgent finding taken on: {what}",
  takenWithoutWords: "An urgent finding was taken on.",
  takenBy: "{name} has it since {at, date, moment}.",
  openRecord: "Open the record",
  openOpinion: "Open the opinion",
  notTaken: "This was not kept. It still waits.",
} as const;
