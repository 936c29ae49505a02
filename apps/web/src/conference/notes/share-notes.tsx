import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { Glyph } from "../../design/glyph.tsx";
import { RefusedLine } from "../../opinion/sharing/refused-line.tsx";
import { useConference, useShareNotes } from "../calling/conferences-query.ts";

export interface ShareNotesProps {
  readonly conferenceId: string;
}

/** For clinicians: whether the patient's side reads the notes afterwards too. */
export function ShareNotes({ conferenceId }: ShareNotesProps) {
  const t = useTranslations("conferences.share");
  const conference = useConference(conferenceId);
  const { mutate, isPending, error } = useShareNotes(conferenceId);
  if (!conference?.may.shareNotes) return null;
  const { notesShared } = conference;
  return (
    <div className="conference-share">
      <p>
        {notesShared && <Glyph name="done" />} {t(notesShared ? "isShared" : "isNot")}
      </p>
      <Button look="quiet" size="small" disabled={isPending} onClick={() => mutate(!notesShared)}>
        {t(notesShared ? "undo" : "act")}
      </Button>
      <RefusedLine error={error} />
    </div>
  );
}
