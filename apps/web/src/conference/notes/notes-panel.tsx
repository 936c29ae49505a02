import { useConferenceRoom } from "../room-context.ts";
import { NotesOf } from "./notes-of.tsx";

/** Beside the people of a conference that goes on: agenda, notes and decisions. */
export function NotesPanel() {
  const { conferenceId } = useConferenceRoom();
  return <NotesOf key={conferenceId} conferenceId={conferenceId} isLive />;
}
