import type { AvatarPerson } from "../avatar.tsx";
import { personColours } from "../person-colour.ts";

/** What the page of the visual language shows: invented people and sentences, never messages of the app. */
export const sections = {
  title: "The language",
  lede: "Serif is a person speaking. Sans is the software speaking. Colour appears where something differs from normal.",
  ground: "Ground and ink",
  accent: "Accent and meaning",
  people: "People",
  state: "State",
  time: "Time",
  agreement: "Agreement, severity",
  evidence: "Evidence",
  saved: "Saved",
  actions: "Actions",
  fields: "Fields",
  banners: "Banners",
  threads: "Threads",
  places: "Places",
  states: "Empty, loading, error",
  text: "Text",
};

export const ground = [
  ["paper", "what is read"],
  ["canvas", "around it"],
  ["sunk", "chosen, disabled"],
  ["line", "hairline"],
  ["line-2", "edge of a control"],
  ["ink", "text"],
  ["ink-2", "second"],
  ["ink-3", "third, times"],
  ["box", "images, always dark"],
] as const;

export const meaning = [
  ["accent", "the next step, links"],
  ["accent-wash", "focused row, banner"],
  ["ok", "done, feasible, whole"],
  ["ok-wash", ""],
  ["warn", "soon, missing, advice"],
  ["warn-wash", ""],
  ["stop", "late, blocks, major"],
  ["stop-wash", ""],
] as const;

export const onImage = "12 mm";

const initials = ["IH", "TW", "AO", "MQ", "JS", "RB", "EQ", "PL", "ND", "KV"];

export const palette: readonly AvatarPerson[] = personColours.map((colour, at) => ({
  name: colour,
  initials: initials[at] ?? "",
  colour,
  side: "clinic",
}));

export const ingrid: AvatarPerson = {
  name: "Dr Hallström",
  initials: "IH",
  colour: "iris",
  side: "clinic",
};
export const tomasz: AvatarPerson = {
  name: "Dr Wierzbicki",
  initials: "TW",
  colour: "rust",
  side: "clinic",
};
export const amara: AvatarPerson = { name: "Dr Okonkwo", initials: "AO", colour: "moss", side: "clinic" };
export const marisol: AvatarPerson = {
  name: "Marisol Quintana",
  initials: "MQ",
  colour: "plum",
  side: "patient",
};

export const captions = {
  here: "Here now: ring",
  ofCase: "Of the case",
  away: "Away: outline only",
  patient: "The patient's side is square",
  time: "Distance first, then the date in the reader's zone. The pie fills as time is used; it changes shape, not only colour, at two days and when late.",
  evidence: "At rest; shown beside; a value; orphaned, never dropped",
  saved: "“Saved” only after the server has written it. The icon changes with the word.",
  actions: "One filled button a screen. Disabled always says why beside it.",
  place: "Assessment",
  paused: "Paused, with the reason",
  declined: "Not available, declined",
};

export const evidence = {
  before: "It fell to 21 mm",
  between: ", then",
  after: ", and the marker to 6.1",
  full: "CT 3 Nov, slice 87",
  short: "slice 94",
  value: "CEA",
  lost: "slice 12",
};

export const actions = {
  filled: "Review and sign",
  plain: "Decline…",
  quiet: "Take back",
  danger: "Discard",
  off: "Sign",
  offReason: "Recommendation 2 has no owner.",
  small: "Small, 28",
  wide: "Yes, that suits me",
  menu: "More",
  menuItem: "Name this version",
  menuGroup: "This section",
  openDialog: "Open a dialog",
  dialogTitle: "Share the draft with Marisol Quintana?",
  dialogText: "She will see sections 1 to 13 as they are now, and 4 comments.",
  dialogYes: "Share this version",
  dialogNo: "Not yet",
  bold: "Bold",
  list: "List",
};

export const fields = {
  email: "Email",
  emailValue: "i.hallstrom@sundvik.test",
  question: "Your first question",
  hint: "The one whose answer would change most for you.",
  owner: "Owner",
  ownerError: "Recommendation 2 has no owner. Who does it?",
  password: "Password",
  pane: "What is shown",
  evidencePane: "Evidence",
  opinionPane: "Opinion",
};

export const banners = {
  draft: "A newer version is being written.",
  draftText: "You read the text as it was shared on 23 November.",
  offline: "No connection. 3 changes kept on this device.",
  offlineText: "Go on writing.",
  offlineAction: "See them",
  stop: "Not saved: the opinion was signed by Dr Hallström at 14:31.",
  stopText: "Your two sentences are kept here.",
  ok: "The draft is shared with Marisol Quintana.",
};

export const threads = {
  comment: "Our surgeons do right hepatectomy for three lesions. Could you say why sparing is safer here?",
  commentAt: "13:52",
  reply: "Added the remnant and the six cycles. Enough for your board?",
  replyAt: "14:20",
  replyField: "Reply",
  question: "“Does this mean my liver will grow back?”",
  questionAt: "11:06",
  answer: "Answer in plain words",
};

export const places = {
  tabs: "Places",
  tabNames: ["My case", "Opinion", "Messages", "Records"],
  sectionsLabel: "Sections",
  sections: ["Findings on the images", "Assessment", "Answers to the questions"],
};

export const states = {
  emptyTitle: "No records yet",
  emptyText:
    "Scans, letters and results go here, in order of date. Drop a folder anywhere on this page, or ask the patient or the hospital.",
  emptyAction: "Choose files",
  loading: "Opening 1,204 images. The first is on its way; you can read the opinion now.",
  errorTitle: "2 of 380 files could not be read",
  errorText:
    "378 images are in the case and ready. Two are damaged on the disc, both from the scout view, so no slice is missing.",
  errorAction: "Ask for a new disc",
  errorNote: "If you write to us, say: R-88214",
};

export const texts = {
  report: "Surgery can remove all three",
  telephoneTitle: "Telephone title, 27/33",
  pageTitle: "Two opinions are due this week.",
  patient: "Patient reading, 19/30. About four fifths of your liver stays.",
  opinion: "Opinion, 17/27. Three metastases remain, all in reach.",
  telephone: "Telephone interface, 17/26",
  desk: "Desk interface, 14/20. Il1 O0 rn m 8B 5S.",
  dense: "Dense, 13/18: tables, threads, records",
  least: "Least, 12/16: dates, overlays on images",
  arabicSerif: "يمكن للجراحة إزالة الأورام الثلاثة",
  arabicSans: "واجهة البرنامج بخط آي بي إم بلكس العربي",
};
