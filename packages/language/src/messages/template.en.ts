export default {
  start: "Start from the template",
  startOwn: "Start from “{name}”",
  changed:
    "The template of this section has changed since: version {before, number} then, version {now, number} now.",
  untouched: "Your text stays as it is. The template is now:",
} as const;
