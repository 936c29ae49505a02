/** Said only from what the server has durably answered. */
export default {
  saving: "Saving",
  savedAt: "Saved {at, time, clock}",
  kept: "{count, plural, one {# change kept on this device} other {# changes kept on this device}}",
  inMemory: "{count, plural, one {# change only on this page} other {# changes only on this page}}",
  notSaved: "Not saved: {reason}",
} as const;
