import { useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { RefusedLine } from "../../opinion/sharing/refused-line.tsx";
import { type Conference, recordingAt, useEraseRecordings } from "./conferences-query.ts";

interface RecordingsProps {
  readonly conference: Conference;
}

/** What was recorded with everybody's yes: each person's voice and face, and what was shared. Who may not play it may erase it. */
export function Recordings({ conference }: RecordingsProps) {
  const t = useTranslations("conferences.recording");
  const { id, recordings, may } = conference;
  const [first] = recordings;
  if (!first && !may.eraseRecordings) return null;
  return (
    <section className="conference-recording" aria-labelledby="conference-recording">
      <h2 id="conference-recording">{t("title")}</h2>
      <p className="conference-quiet">
        {first ? t("until", { until: new Date(first.until) }) : t("notForYou")}
      </p>
      {first && (
        <ul className="conference-recordings">
          {recordings.map((one) => (
            <Part key={one.id} part={one} conferenceId={id} />
          ))}
        </ul>
      )}
      {may.eraseRecordings && <Erase conferenceId={id} />}
    </section>
  );
}

interface PartProps {
  readonly part: Conference["recordings"][number];
  readonly conferenceId: string;
}

function Part({ part: { id, kind, name, from, to }, conferenceId }: PartProps) {
  const t = useTranslations("conferences.recording");
  const { caseId, seat } = useCase();
  const label = t(kind, { name, from: new Date(from), to: new Date(to) });
  return (
    <li>
      <p className="num">{label}</p>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- Nobody has written down what was said. */}
      <video
        controls
        preload="none"
        aria-label={label}
        src={recordingAt({ caseId, seat }, conferenceId, id)}
      />
    </li>
  );
}

function Erase({ conferenceId }: { readonly conferenceId: string }) {
  const t = useTranslations("conferences.recording");
  const [isAsked, ask] = useState(false);
  const { mutate, isPending, error } = useEraseRecordings(conferenceId, () => ask(false));
  return (
    <>
      <Button look="quiet" onClick={() => ask(true)}>
        {t("erase")}
      </Button>
      <Dialog
        isOpen={isAsked}
        onClose={() => ask(false)}
        title={t("eraseTitle")}
        actions={
          <>
            <Button onClick={() => ask(false)}>{t("keep")}</Button>
            <Button isDanger disabled={isPending} onClick={() => mutate(undefined)}>
              {t("eraseAct")}
            </Button>
          </>
        }
      >
        <p>{t("eraseText")}</p>
        <RefusedLine error={error} />
      </Dialog>
    </>
  );
}
