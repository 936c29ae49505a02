import { isUlid } from "@consilium/foundation";
import {
  createRoute,
  lazyRouteComponent,
  notFound,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { readBoardSearch } from "../board/board-search.ts";
import { readCaseListSearch } from "../case-list/case-list-search.ts";
import { readCaseSearch } from "../case/case-search.ts";
import { readHistorySearch } from "../history/history-search.ts";
import { readNumbersSearch } from "../numbers/numbers-search.ts";
import { readTimelineSearch } from "../timeline/timeline-search.ts";
import { answer, check, guest, link } from "./open-routes.ts";
import { outbox, settings, signInSettings } from "./own-routes.ts";
import { programmeRoutes } from "./programme-routes.ts";
import { needsSession, root } from "./root-route.ts";
import { sessionQuery } from "./session.ts";
import { wayBack } from "./way-back.ts";

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/cases", replace: true });
  },
});

/** Why somebody stands before the door: the session ended by itself, or they signed out. */
export type SignInReason = "ended" | "signed-out";

export interface SignInSearch {
  readonly to?: string;
  readonly reason?: SignInReason;
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: ({ to, reason }: Record<string, unknown>): SignInSearch => ({
    ...(typeof to === "string" && { to }),
    ...((reason === "ended" || reason === "signed-out") && { reason }),
  }),
  beforeLoad: async ({ context, search }) => {
    if (await context.queries.ensureQueryData(sessionQuery).catch(() => null)) {
      throw redirect({ href: wayBack(search.to), replace: true });
    }
  },
  component: lazyRouteComponent(() => import("../sign-in/sign-in-page.tsx"), "SignInPage"),
});

const design = createRoute({
  getParentRoute: () => root,
  path: "/design",
  component: lazyRouteComponent(() => import("../design/page/design-page.tsx"), "DesignPage"),
});

/** Everything below needs a session. */
const cases = createRoute({
  getParentRoute: () => root,
  path: "/cases",
  beforeLoad: needsSession,
});

const board = createRoute({
  getParentRoute: () => root,
  path: "/board",
  beforeLoad: needsSession,
  validateSearch: readBoardSearch,
  component: lazyRouteComponent(() => import("../board/board-page.tsx"), "BoardPage"),
});

const numbers = createRoute({
  getParentRoute: () => root,
  path: "/numbers",
  beforeLoad: needsSession,
  validateSearch: readNumbersSearch,
  component: lazyRouteComponent(() => import("../numbers/numbers-page.tsx"), "NumbersPage"),
});

const practice = createRoute({
  getParentRoute: () => root,
  path: "/practice",
  beforeLoad: needsSession,
  component: lazyRouteComponent(() => import("../coordination/practice-page.tsx"), "PracticePage"),
});

const caseList = createRoute({
  getParentRoute: () => cases,
  path: "/",
  validateSearch: readCaseListSearch,
  component: lazyRouteComponent(() => import("../case-list/case-list-page.tsx"), "CaseListPage"),
});

const newCase = createRoute({
  getParentRoute: () => cases,
  path: "new",
  component: lazyRouteComponent(() => import("../intake/new-case-page.tsx"), "NewCasePage"),
});

const aCase = createRoute({
  getParentRoute: () => cases,
  path: "$caseId",
  // An address that was cut off on its way.
  beforeLoad: ({ params }) => {
    if (!isUlid(params.caseId)) throw notFound();
  },
  validateSearch: readCaseSearch,
  // They go along with every link inside the case: from section to section the same things lie open.
  search: { middlewares: [retainSearchParams(["seat", "thread", "record", "evidence"])] },
  component: lazyRouteComponent(() => import("../case/case-page.tsx"), "CasePage"),
});
const caseHome = createRoute({
  getParentRoute: () => aCase,
  path: "/",
  component: lazyRouteComponent(() => import("../patient/by-role.tsx"), "HomeByRole"),
});
const opinionSection = createRoute({
  getParentRoute: () => aCase,
  path: "opinion/$section",
  component: lazyRouteComponent(() => import("../patient/by-role.tsx"), "OpinionByRole"),
});
const referralSection = createRoute({
  getParentRoute: () => aCase,
  path: "referral/$section",
  component: lazyRouteComponent(() => import("../opinion/text-pages.tsx"), "ReferralPage"),
});
const storySection = createRoute({
  getParentRoute: () => aCase,
  path: "story/$section",
  component: lazyRouteComponent(() => import("../patient/by-role.tsx"), "StoryByRole"),
});
/** Around its steps: what was chosen goes on being sent while the next one is on screen. */
const intake = createRoute({
  getParentRoute: () => aCase,
  path: "intake",
  component: lazyRouteComponent(() => import("../intake/intake-room.tsx"), "IntakeRoom"),
});
const intakeStart = createRoute({
  getParentRoute: () => intake,
  path: "/",
  component: lazyRouteComponent(() => import("../intake/intake-pages.tsx"), "IntakeStart"),
});
const intakeStep = createRoute({
  getParentRoute: () => intake,
  path: "$step",
  component: lazyRouteComponent(() => import("../intake/intake-pages.tsx"), "IntakeStepPage"),
});
const workpad = createRoute({
  getParentRoute: () => aCase,
  path: "workpad/$section",
  component: lazyRouteComponent(() => import("../opinion/text-pages.tsx"), "WorkpadPage"),
});
const addendum = createRoute({
  getParentRoute: () => aCase,
  path: "addendum/$section",
  component: lazyRouteComponent(() => import("../addendum/addendum-page.tsx"), "AddendumPage"),
});
const records = createRoute({
  getParentRoute: () => aCase,
  path: "records",
  component: lazyRouteComponent(() => import("../patient/by-role.tsx"), "RecordsByRole"),
});
const addRecords = createRoute({
  getParentRoute: () => aCase,
  path: "records/add",
  component: lazyRouteComponent(() => import("../upload/add-records-page.tsx"), "AddRecordsPage"),
});
const timeline = createRoute({
  getParentRoute: () => aCase,
  path: "records/timeline",
  validateSearch: readTimelineSearch,
  component: lazyRouteComponent(() => import("../timeline/timeline-page.tsx"), "TimelinePage"),
});
const threads = createRoute({
  getParentRoute: () => aCase,
  path: "threads",
  component: lazyRouteComponent(() => import("../patient/by-role.tsx"), "MessagesByRole"),
});
const record = createRoute({
  getParentRoute: () => aCase,
  path: "records/$recordId",
  component: lazyRouteComponent(() => import("../record/record-pages.tsx"), "RecordByRole"),
});
const thread = createRoute({
  getParentRoute: () => aCase,
  path: "threads/$threadId",
  component: lazyRouteComponent(() => import("../thread/thread-page.tsx"), "ThreadPage"),
});
const history = createRoute({
  getParentRoute: () => aCase,
  path: "history",
  validateSearch: readHistorySearch,
  component: lazyRouteComponent(() => import("../history/history-page.tsx"), "HistoryPage"),
});

const triage = createRoute({
  getParentRoute: () => aCase,
  path: "triage",
  component: lazyRouteComponent(() => import("../coordination/triage-page.tsx"), "TriagePage"),
});

const people = createRoute({
  getParentRoute: () => aCase,
  path: "people",
  component: lazyRouteComponent(() => import("../patient/by-role.tsx"), "PeopleByRole"),
});

const conferences = createRoute({
  getParentRoute: () => aCase,
  path: "conferences",
  component: lazyRouteComponent(() => import("../patient/by-role.tsx"), "ConferencesByRole"),
});
const oneConference = createRoute({
  getParentRoute: () => aCase,
  path: "conferences/$conferenceId",
  component: lazyRouteComponent(() => import("../patient/by-role.tsx"), "OneConferenceByRole"),
});

const report = createRoute({
  getParentRoute: () => aCase,
  path: "report/$reportId",
  component: lazyRouteComponent(() => import("../report/report-page.tsx"), "ReportByRole"),
});

const comparison = createRoute({
  getParentRoute: () => aCase,
  path: "comparison",
  component: lazyRouteComponent(() => import("../blind-read/comparison-page.tsx"), "ComparisonPage"),
});

const conference = createRoute({
  getParentRoute: () => aCase,
  path: "conference/$conferenceId",
  component: lazyRouteComponent(() => import("../conference/conference-page.tsx"), "ConferencePage"),
});

const caseRoutes = [
  caseHome,
  opinionSection,
  referralSection,
  storySection,
  intake.addChildren([intakeStart, intakeStep]),
  workpad,
  addendum,
  records,
  addRecords,
  timeline,
  record,
  threads,
  thread,
  history,
  triage,
  people,
  conferences,
  oneConference,
  report,
  comparison,
  conference,
];

export const routeTree = root.addChildren([
  home,
  signIn,
  design,
  link,
  answer,
  guest,
  check,
  settings,
  signInSettings,
  outbox,
  board,
  numbers,
  programmeRoutes,
  practice,
  cases.addChildren([caseList, newCase, aCase.addChildren(caseRoutes)]),
]);
