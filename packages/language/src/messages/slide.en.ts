/** The viewer of scanned slides; what it has in common with that of studies is in `imaging`. */
export default {
  box: "Slide",
  pan: "Move the slide",
  whole: "The whole slide",
  magnification: "Magnification",
  times: "{times}×",
  seenAt: "{times, number}×",
  bar: {
    um: "{length, number} µm",
    mm: "{length, number} mm",
  },
  length: {
    um: "{value} µm",
    mm: "{value} mm",
    px: "{value} px",
  },
  area: {
    um: "{value} µm²",
    mm: "{value} mm²",
    px: "{value} px²",
  },
  noScale: "Lengths are in pixels",
  unscaled: "The slide does not say how large a pixel is: lengths are in pixels.",
  scanned: "Scanned at {objective, number}×, {scale} µm a pixel.",
  scannedPlain: "Scanned with {scale} µm a pixel.",
  failed: "Some parts of the slide did not come.",
  marksHere: "Marks on this slide",
  looksAt: "{name} looks at this slide",
  part: "a part of the slide",
  partAt: "a part of the slide at {times, number}×",
  keyList:
    "Arrows move, Shift further · + − size · 1–5 magnification · 0 whole · O turn · [ ] previous, next mark · B box · R region · L length · T arrow with words · E evidence",
} as const;
