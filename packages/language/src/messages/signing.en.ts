/** Signing an opinion, and what the signature means. */
export default {
  versionName: "Signed",
  statement:
    "I have read this opinion as it stands and it is mine. By signing it I answer for it as a clinician with the licence that is printed with my name.",
  noConflict: "No conflict of interest.",
} as const;
