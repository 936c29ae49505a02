/** A case as one file, to keep or to open elsewhere. */
export default {
  action: "Take the case along…",
  title: "Take the case along",
  what: "All that you may read here, as one ZIP: the case in FHIR R4, each signed report, the files of its records, and a list by which anybody can prove that nothing was changed.",
  size: "{files, plural, =0 {No files of records} one {One file of records} other {# files of records}}, {size, number, tenths} MiB. The case itself and its reports come to that; they are small.",
  tooLarge:
    "At most {most, number, tenths} GiB are taken along at once. Its records can be downloaded one by one.",
  failed: "How large it is could not be learned. Look again in a moment.",
  care: "It holds what is in the records, and nothing guards it once it has left. It is noted that you took it.",
  start: "Download the ZIP",
} as const;
