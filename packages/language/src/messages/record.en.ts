export default {
  title: "Record",
} as const;
