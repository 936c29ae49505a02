/** Everything that people are told of. Closed: each kind has its sentence in the catalogue, and a way that it takes by itself. */
export const notificationKinds = [
  "urgent-raised",
  "urgent-escalated",
  "urgent-acknowledged",
  "record-asked",
  "request-due",
  "request-overdue",
  "request-answered",
  "request-withdrawn",
  "record-came",
  "request-locked",
  "request-silent",
  "thread-asked",
  "thread-answered",
  "question-withdrawn",
  "opinion-shared",
  "report-signed",
  "report-changed",
  "addendum-signed",
  "report-unread",
  "change-unread",
  "unread-passed-on",
  "visit-asked",
  "visit-answered",
  "visit-taken-back",
  "case-submitted",
  "case-offered",
  "place-given",
  "conference-called",
  "conference-moved",
  "conference-cancelled",
  "clock-overdue",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** How somebody hears: in the app alone, by a mail each, in one mail a day, or not at all. Mail always stands in the app too. */
export const tellingWays = ["mail", "daily", "app", "none"] as const;
export type TellingWay = (typeof tellingWays)[number];

/** Nobody can turn these off, and no quiet hours hold them up. */
export const isUrgentKind = (kind: NotificationKind): boolean =>
  kind === "urgent-raised" || kind === "urgent-escalated";

/** Told with a calendar file. */
export const isOfConference = (kind: NotificationKind): boolean =>
  kind === "conference-called" || kind === "conference-moved" || kind === "conference-cancelled";

/** Until somebody chooses otherwise. */
const byDefault: Readonly<Record<NotificationKind, TellingWay>> = {
  "urgent-raised": "mail",
  "urgent-escalated": "mail",
  "urgent-acknowledged": "app",
  "record-asked": "mail",
  "request-due": "mail",
  "request-overdue": "mail",
  "request-answered": "app",
  "request-withdrawn": "app",
  "record-came": "app",
  "request-locked": "mail",
  "request-silent": "mail",
  "thread-asked": "daily",
  "thread-answered": "daily",
  "question-withdrawn": "mail",
  "opinion-shared": "mail",
  "report-signed": "mail",
  "report-changed": "mail",
  "addendum-signed": "mail",
  "report-unread": "mail",
  "change-unread": "mail",
  "unread-passed-on": "mail",
  "visit-asked": "mail",
  "visit-answered": "mail",
  "visit-taken-back": "mail",
  "case-submitted": "mail",
  "case-offered": "mail",
  "place-given": "mail",
  "conference-called": "mail",
  "conference-moved": "mail",
  "conference-cancelled": "mail",
  "clock-overdue": "mail",
};

/** What somebody chose, by kind; what they left alone is missing. */
export type TellingChoices = Readonly<Partial<Record<NotificationKind, TellingWay>>>;

export const tellingWay = (kind: NotificationKind, choices: TellingChoices): TellingWay =>
  isUrgentKind(kind) ? byDefault[kind] : (choices[kind] ?? byDefault[kind]);
