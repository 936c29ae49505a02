/** What is added to a signed report by name and date. */
export default {
  statement:
    "I have read this addendum as it stands and it is mine. By signing it I answer for it as a clinician with the licence that is printed with my name.",
  none: "No addendum is being written",
  noneText: "An addendum is begun from the signed report, and stands with it once it is signed.",
  banner: "You are adding to a signed report.",
  bannerText: "Whoever reads the report reads this too, once you have signed it. The report stays as it is.",
  more: "Sign the addendum",
  begin: "Add to it…",
  goOn: "Go on with the addendum",
  beginLate: "Begin an addendum with it",
  added: "{count, plural, one {Added since} other {Added since, # times}}",
  by: "{name}, {at, date, moment}",
  licence: "Licence {number}, {authority}",
  sign: {
    open: "Review and sign",
    title: "Sign this addendum",
    lede: "After signing, the addendum cannot change.",
    covers:
      "{words, plural, one {One word is} other {# words are}} added to version {version, number} of the report.",
    read: "I have read it all.",
    changed: "It was changed since you read it.",
    changedText: "Look again, then say that you have read it all.",
    /** Why it cannot be signed yet. */
    off: {
      "not-now": "The report does not stand any more, so nothing can be added to it",
      empty: "Nothing is written yet",
      "no-licence": "No licence is known of you here",
      read: "Say that you have read it all.",
      shown: "Show that it is you: your password, or a code of your app.",
    },
  },
} as const;
