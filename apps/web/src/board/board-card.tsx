import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { CaseFacts } from "../case-list/case-facts.tsx";
import { dueClockOf } from "../case/due-clock.ts";
import { peopleBySeat } from "../case/people.ts";
import { ConferenceLink } from "../conference/calling/conference-of-case.tsx";
import { CaseSteps } from "../coordination/case-steps.tsx";
import { Avatar } from "../design/avatar.tsx";
import { DueTime } from "../design/due-time.tsx";
import type { BoardItem } from "./board-query.ts";
import { cardClock } from "./card-clock.ts";

/** One case of a column: whose, about what, who has it, until when, and the step that comes next. */
export function BoardCard({ item }: { readonly item: BoardItem }) {
  const t = useTranslations("board");
  const [seat] = item.seats;
  const clock = cardClock(item);
  const due = clock && dueClockOf(clock);
  return (
    <li className="board-card">
      <div className="board-card-head">
        <p>
          <Link to="/cases/$caseId/triage" params={{ caseId: item.id }}>
            <bdi>{item.patient.name}</bdi>
          </Link>
          <CaseFacts item={{ patient: item.patient, workplace: null }} />
        </p>
        <WhoHasIt item={item} />
      </div>
      <p className="board-card-title">{item.title}</p>
      {due && <DueTime clock={due} />}
      {item.conference && <ConferenceLink caseId={item.id} conference={item.conference} />}
      <CardNote item={item} />
      <Waits item={item} />
      <div className="board-card-steps">
        <CaseSteps
          of={{ caseId: item.id, seat: seat?.id }}
          state={item.state}
          interrupted={item.interrupted}
          hasAuthor={item.hasAuthor}
          name={item.patient.name}
          size="small"
        />
        {!item.hasAuthor && item.column !== "delivered" && (
          <Link className="board-offer" to="/cases/$caseId/triage" params={{ caseId: item.id }}>
            {t("way.triage")}
          </Link>
        )}
      </div>
    </li>
  );
}

/** Where the next step is not the coordinator's: whose it is. */
function Waits({ item: { state, hasAuthor } }: { readonly item: BoardItem }) {
  const t = useTranslations("board.waits");
  if (state === "ready-for-review" && !hasAuthor) return <p className="board-norm">{t("specialist")}</p>;
  if (state === "in-review") return <p className="board-norm">{t("signature")}</p>;
  return state === "signed" ? <p className="board-norm">{t("telling")}</p> : null;
}

/** The specialist who writes it; else nobody. */
function WhoHasIt({ item: { people } }: { readonly item: BoardItem }) {
  const t = useTranslations("board");
  const author = [...peopleBySeat(people).values()].find(
    ({ role, mode, hasEnded }) => role === "specialist" && mode === "author" && !hasEnded,
  );
  return author ? <Avatar person={author} size={20} /> : <b className="board-no-one">{t("noOne")}</b>;
}

/** What there is to know besides the clock. */
function CardNote({ item }: { readonly item: BoardItem }) {
  const t = useTranslations("board");
  const { offered, missing, asked, report, unaware } = item;
  const notes = [
    offered.length > 0 ? t("asked", { names: offered.join(", ") }) : "",
    missing > 0 && item.column !== "delivered" ? t("missing", { missing, asked }) : "",
    report ? t("read", { who: readersOf(report) }) : "",
    unaware.length > 0 ? t("unaware", { names: unaware.join(", ") }) : "",
  ].filter((note) => note !== "");
  return notes.map((note) => (
    <p key={note} className="board-note">
      {note}
    </p>
  ));
}

function readersOf({ openedByPatient, openedByTreating }: NonNullable<BoardItem["report"]>) {
  if (openedByPatient && openedByTreating) return "both";
  return openedByPatient ? "patient" : openedByTreating ? "treating" : "nobody";
}
