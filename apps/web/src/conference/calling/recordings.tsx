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

/** What was recorded with everybody's yes: each person's voice and face, and what was shared. */
export function Recordings({ conference }: RecordingsProps) {
  const t = useTranslations("conferences.recording");
  const { caseId, seat } = useCase();
  const { id, recordings, may } = conference;
  const [first] = recordings;
  if (!first) return null;
  return (
    <section aria-labelledby="conference-recording">
      <h2 id="conference-recording">{t("title")}</h2>
      <p className="conference-quiet">{t("until", { until: new Date(first.until) })}</p>
      <ul className="conference-recordings">
        {recordings.map((one) => {
          const times = { name: one.name, from: new Date(one.from), to: new Date(one.to) };
          const label = t(one.kind, times);
          return (
            <li key={one.id}>
              <p className="num">{label}</p>
              {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- Nobody has written down what was said. */}
              <video
                controls
                preload="none"
                aria-label={label}
                src={recordingAt({ caseId, seat }, id, one.id)}
              />
            </li>
          );
        })}
      </ul>
      {may.eraseRecordings && <Erase conferenceId={id} />}
    </section>
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
