/** A conference, for whoever comes to it by a link. */
export default {
  title: "Conference",
  opening: "Opening your invitation",
  lede: "{by} of {programme} asks you to come, {name}. You see and hear the others, and what they show you of the case; nothing else.",
  /** Why there is nothing to come to. */
  why: {
    noLink: "There is no invitation at this address",
    unknown: "This link opens nothing",
    used: "This link was opened before",
    over: "This invitation is over",
    ended: "The conference is over",
    cancelled: "The conference was cancelled",
  },
  whyText: {
    noLink:
      "Open the whole link that you were sent, on the device that you will use. If you opened it on another device, go on there.",
    unknown:
      "It was cut off on its way, or a newer one was sent to you. Open the newest one, or ask whoever invited you for another.",
    used: "Each link is good once. Go on in the browser that opened it, or ask whoever invited you for a new one. If it was not you who opened it, tell them.",
    over: "It was taken back, or a newer link was sent to you. If you expected to come in, ask whoever invited you.",
    ended: "This link opens nothing any more. If you missed the conference, tell whoever invited you.",
    cancelled: "It does not take place. There is nothing that you need to do.",
  },
  isOver: "The conference is over",
  isOverText: "Thank you for coming. Nothing of it is kept on this device.",
  failed: "This page could not be opened. Try again in a moment.",
  tryAgain: "Try again",
} as const;
