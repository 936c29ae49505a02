/** Said of an avatar, for who does not see its ring or outline. */
export default {
  presence: {
    here: "{name}, here now",
    "of-case": "{name}",
    away: "{name}, away",
  },
  isIn: "<b>{name}</b> is in {place}",
  inTheCase: "People of this case",
} as const;
