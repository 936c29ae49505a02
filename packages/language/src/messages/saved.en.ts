/** Said only from what the server has durably answered. */
export default {
  saving: "Saving",
  savedAt: "Saved {at, time, clock}",
  kept: "{count, plural, one {# change kept on this device} other {# changes kept on this device}}",
  notSaved: "Not saved: {reason}",
} as const;
