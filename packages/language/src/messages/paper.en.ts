/** The pages of a document, and photographs. */
export default {
  viewer: {
    document: "Document",
    pictures: "Photographs",
  },
  pages: {
    document: "Pages",
    pictures: "Pictures",
  },
  tools: "Tools for reading",
  page: "Page {page, number}",
  picture: "Picture {page, number}",
  /** A part of a page without words, in place of a quote. */
  region: {
    document: "Region on page {page, number}",
    pictures: "Region on picture {page, number}",
  },
  wordsOn: "Page {page, number}: <q>“{quote}”</q>",
  number: {
    document: "Page",
    pictures: "Picture",
  },
  of: "of {count, number}",
  thumbnails: "Small pictures of all pages",
  zoomOut: "Smaller",
  zoomIn: "Larger",
  scale: "{scale, number, percent}",
  fitWidth: "As wide as there is room",
  fitPage: "The whole page",
  rotate: "Turn to the right",
  mark: {
    tool: "Choose a region",
    previous: "Previous mark",
    next: "Next mark",
    onWords: "{name} on page {page, number}: “{quote}”",
    onRegion: "{name}: region on page {page, number}",
    lit: "The place of the link",
  },
  drawing:
    "Draw a rectangle. With the keyboard: Enter sets one, the arrows move it, with Shift they change its size, Enter takes it.",
  tooManyWords: "That is too much text for one place. Choose fewer words.",
  download: "Download",
  downloadHint: "Download it as it came. It was not checked for viruses.",
  downloadTold: "It comes as it is kept. Nobody checked it for viruses.",
  search: {
    open: "Search in the document",
    field: "Words to search for",
    count: "{now, number} of {count, number}",
    none: "Nothing found.",
    reading: "Page {page, number} of {count, number} read",
    previous: "Previous place",
    next: "Next place",
    close: "Close the search",
    noWords: "The pages are pictures: their words cannot be searched.",
    someWithout:
      "{count, plural, one {# page is a picture: its words cannot be searched.} other {# pages are pictures: their words cannot be searched.}}",
  },
  password: {
    title: "This document is locked",
    why: "Whoever made it has given it a password. It is used on this device only and is sent to nobody.",
    field: "Password of the document",
    wrong: "That is not the password of this document.",
    open: "Open it",
  },
  failed: {
    "not-received": "The file did not come from Consilium.",
    "not-opened": "The file arrived, but this viewer cannot open it.",
  },
  looksAt: {
    document: "{name} looks at page {page, number}",
    pictures: "{name} looks at picture {page, number}",
  },
  pageFailed: "This page could not be drawn. The file can be downloaded.",
  pictureFailed: "This picture could not be shown. The file can be downloaded.",
  downloadFailed: "The file did not come from Consilium.",
  tryAgain: "Try again",
} as const;
