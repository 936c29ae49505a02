import { isPatientSide } from "@consilium/clinical";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Navigate, Outlet } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { ScreenOnItsWay } from "../app/screen-on-its-way.tsx";
import { useCase } from "../case/case-context.ts";
import type { OpenState } from "../case/document-state.ts";
import { useDocument } from "../case/use-document.ts";
import { useDocChanges } from "../patient/use-doc-changes.ts";
import { useInventory } from "../record/inventory/use-inventory.ts";
import { useRecords } from "../record/record-query.ts";
import { type Intake, type IntakeChange, intakeQuery, sayIntake } from "./intake-api.ts";
import { IntakeContext, type OpenIntake } from "./intake-context.ts";
import { recordEntriesOf } from "./record-entries.ts";
import { Saying } from "./saying.ts";
import { stepsStanding } from "./steps-standing.ts";
import { useAnswerChanges } from "./use-answers.ts";

/** Around all steps: what was chosen and written so far, whichever step is on screen. Whoever may not answer goes to the case. */
export function IntakeRoom() {
  const { caseId, detail } = useCase();
  if (!detail.commands.includes("answer the intake"))
    return <Navigate to="/cases/$caseId" params={{ caseId }} replace />;
  return <WritingRoom isPatient={isPatientSide(detail.seat)} />;
}

function WritingRoom({ isPatient }: { readonly isPatient: boolean }) {
  const words = useDocument(isPatient ? "story" : "referral");
  const prior = useDocument(isPatient ? "story.prior" : "referral.prior");
  const { caseId, seat } = useCase();
  const { data } = useQuery(intakeQuery(caseId, seat));
  if (!data || words.phase !== "open" || !words.synced) return <ScreenOnItsWay />;
  return (
    <Room
      intake={data}
      words={words}
      prior={prior.phase === "open" && prior.synced ? prior : undefined}
      asker={isPatient ? "patient" : "referrer"}
    />
  );
}

type RoomProps = Pick<OpenIntake, "intake" | "words" | "prior" | "asker">;

function Room({ intake: first, words, prior, asker }: RoomProps) {
  const { caseId, seat, detail } = useCase();
  // Read here too: in one rendering what waits no longer waits and is in the answer.
  const { data: intake = first } = useQuery(intakeQuery(caseId, seat));
  const { saying, pending, say, flush } = useSaying();
  const { data: records } = useRecords();
  const items = useInventory();
  useAnswerChanges(words.doc);
  useDocChanges(words.doc);
  useDocChanges(priorDoc(prior, words));
  const recordEntries = useMemo(() => recordEntriesOf(records ?? []), [records]);
  const seen = withPending(intake, pending);
  const room = { asker, intake: seen, words, prior, items: items ?? [], recordEntries, saying, say, flush };
  return (
    <IntakeContext value={{ ...room, ...stepsStanding(detail.seat.role, room) }}>
      <Outlet />
    </IntakeContext>
  );
}

const priorDoc = (prior: OpenState | undefined, words: OpenState) => (prior ?? words).doc;

/** What is not on the server yet is shown as it was chosen. */
function withPending(intake: Intake, { person, decide, ...pending }: IntakeChange): Intake {
  const said = { seat: "", at: "" };
  const { safety, place, language, treating, help, hearing } = pending;
  const { safety: answered, ...rest } = intake;
  return {
    ...rest,
    ...(safety === undefined && answered && { safety: answered }),
    ...(person && { patient: person }),
    ...(decide && { decide: decide.when, decideBy: decide.day }),
    ...(safety && { safety: { ...safety, ...said } }),
    ...(place && { place: { ...place, ...said } }),
    ...(language !== undefined && { language }),
    ...(treating && { treating }),
    ...(help && { help }),
    ...(hearing && { hearing }),
  };
}

function useSaying() {
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  const [saying] = useState(
    () =>
      new Saying({
        send: async (change, sending) => {
          await sayIntake(caseId, seat, change, sending);
          // What is read at this moment may be older than what was just said.
          const { queryKey } = intakeQuery(caseId, seat);
          await queries.cancelQueries({ queryKey });
          queries.setQueryData(queryKey, (known) => known && withPending(known, change));
          void queries.invalidateQueries({ queryKey });
        },
      }),
  );
  useEffect(() => {
    const leave = () => saying.leave();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      // Another step, in the same page.
      void saying.flush();
    };
  }, [saying]);
  const state = useSyncExternalStore(saying.subscribe, saying.state);
  const pending = useSyncExternalStore(saying.subscribe, saying.pending);
  const say = useCallback((change: IntakeChange, soon?: boolean) => saying.say(change, soon), [saying]);
  const flush = useCallback(() => saying.flush(), [saying]);
  return { saying: state, pending, say, flush };
}
