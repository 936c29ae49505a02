export default {
  title: "Opinion",
  placeNotFound: "Place not found: {place}",
  /** State of a section. */
  state: {
    "not-begun": "Not begun",
    open: "Open",
    "in-progress": "In progress",
    done: "Done",
    paused: "Paused",
    declined: "Declined",
    "not-available": "Not available",
  },
  severity: {
    advice: "Look at this",
    must: "Must be done",
  },
  /** A second reading against the first. */
  reading: {
    agrees: "Agrees",
    minor: "Minor difference",
    major: "Major: changes the operation",
  },
} as const;
