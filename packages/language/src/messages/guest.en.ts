/** A conference, for whoever comes to it by a link. */
export default {
  title: "Conference",
  opening: "Opening your invitation",
  lede: "{by} of {programme} asks you to come, {name}. You see and hear the others, and what they show you of the case; nothing else.",
  noLink: "This is no whole invitation",
  noLinkText:
    "The address was cut off on its way, or it was opened on another device before. Ask whoever invited you for a new one.",
  over: "This invitation is no longer good",
  overText:
    "A link can be opened once, on one device, and only until the conference is over. Ask whoever invited you for a new one.",
  isOver: "The conference is over",
  isOverText: "Thank you for coming. Nothing of it is kept on this device.",
  isCancelled: "The conference was cancelled",
  failed: "This page could not be opened. Try again in a moment.",
  tryAgain: "Try again",
} as const;
