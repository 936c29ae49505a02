/** Links to a report for people without an account, and the page on which a printed code is looked up. */
export default {
  title: "A report",
  ask: "A second opinion is shared with you",
  askText: "You were told a passcode, by telephone or in person. It is not in the message with the link.",
  passcode: "Passcode",
  passcodeHint: "Six digits",
  enterPasscode: "Enter the passcode.",
  open: "Open the report",
  noLink: "This address is not whole",
  noLinkText: "The part behind the # is missing. Open the link as it was sent to you.",
  until: "You can open it with this link until {at, date, date}.",
  share: "Share with another doctor",
  shareText: "Whoever has the link and the passcode can read this report, and nothing else of the case.",
  forWhom: "For whom",
  forWhomHint: "So that you recognise it later.",
  sayWhom: "Say for whom it is.",
  howLong: "For how long",
  days: "{count, number} days",
  make: "Make the link",
  made: "The link is made",
  madeText: "Send this link:",
  copy: "Copy the link",
  copied: "Copied",
  tellPasscode: "Tell them the passcode by telephone or in person, never in the same message:",
  toldOnce: "Both are shown once. If they are lost, make another link.",
  links: "Links",
  opened:
    "{count, plural, =0 {Not opened yet} one {Opened once} other {Opened # times}}, ends {until, date, day}",
  ended: "Closed. {count, plural, =0 {Never opened} one {Was opened once} other {Was opened # times}}.",
  closedByTries:
    "Closed after five wrong passcodes. {count, plural, =0 {Never opened} one {Was opened once} other {Was opened # times}}.",
  close: "Close",
  check: {
    title: "Does this report still stand?",
    lede: "Each report prints a code. This page says whether the report was corrected or taken back since. It names nobody.",
    noCode: "That is no code of a report.",
    code: "Code",
    codeHint: "Three groups of four, at the foot of each page",
    typeCode: "Type the whole code.",
    look: "Look it up",
    stands: {
      current: "It stands.",
      superseded: "It no longer stands: it was corrected {changed, date, date}.",
      retracted: "Do not rely on it: it was taken back {changed, date, date}.",
    },
    standsText: {
      current:
        "The report {code} was signed {signed, date, date} as version {version, number}, and nothing has replaced it.",
      superseded:
        "The report {code} was signed {signed, date, date} as version {version, number}. Ask whoever gave it to you for the newer one.",
      retracted:
        "The report {code} was signed {signed, date, date} as version {version, number}. Ask whoever gave it to you.",
    },
  },
} as const;
