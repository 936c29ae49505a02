/**
 * Why work on a live document was not taken, or a connection ended: one clause for each closed reason of the wire, so that
 * it fits behind "Not saved: ". What to do follows from its fate, not from the reason.
 */
export default {
  // The gate.
  malformed: "this device sent something unreadable",
  "too-big": "it was too much at once",
  "too-many-structs": "it was too much at once",
  "too-long": "the section is as long as a section can be",
  "foreign-client": "this copy did not come from your session",
  "foreign-root": "it belongs to no section",
  "foreign-content": "it holds something that a section cannot hold",
  subdocument: "it holds something that a section cannot hold",
  "too-deep": "lists or tables are nested too deeply",
  "too-costly": "it was too much at once",
  "torn-neighbours": "this copy had come apart from the case",
  "torn-character": "a character came apart on the way",
  // The document and the seat.
  "log-unavailable": "the server cannot write at this moment",
  draining: "the server is starting again",
  "too-fast": "it came faster than it can be written",
  signed: "the opinion was signed",
  epoch: "the opinion was signed while you wrote",
  "no-right": "your part in this case no longer allows it",
  "seat-ended": "your part in this case has ended",
  gap: "a part of it was lost on the way",
  "schema-too-old": "this page is older than the document; open it again",
  "case-closed": "the case is closed",
  paused: "the case is paused",
  // The connection.
  left: "you left the page",
  "session-ended": "your session has ended",
  "choose-seat": "you have two places in this case and chose none",
  "unknown-case": "there is no such case, or you have no place in it",
  "unknown-document": "there is no such document in this case",
  reset: "this copy had come apart from the case",
  vocabulary: "it holds something that a section cannot hold",
  "slow-reader": "the connection is too slow",
} as const;
