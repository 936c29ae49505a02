import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { useIsWidth } from "../../design/width.ts";
import { useLive, useRoom } from "../room/live-context.ts";
import { isInside, type RecordingOver } from "../room/room-state.ts";
import { useCall } from "./call-context.ts";
import { CallNote } from "./call-note.tsx";

/** The question whether it may be recorded, one's answer to it, and the way to take that back at any moment. */
export function RecordingNote() {
  const { recording, recordingOver, own } = useRoom();
  if (recording.since !== null) return <Recorded />;
  if (recordingOver !== null) return <RecordingIsOver as={recordingOver} />;
  if (recording.askedBy === null || own === null) return null;
  return recording.agreed.includes(own) ? <WaitForAll /> : <Question by={recording.askedBy} />;
}

function Question({ by }: { readonly by: string }) {
  const t = useTranslations("call.recording");
  const { peers } = useRoom();
  const answer = useAnswer();
  return (
    <CallNote
      title={t("question", { name: peers.get(by)?.name ?? "" })}
      isUrgent
      action={
        <>
          <Button size="small" onClick={() => answer(false)}>
            {t("no")}
          </Button>
          <Button size="small" onClick={() => answer(true)}>
            {t("yes")}
          </Button>
        </>
      }
    >
      {t("questionText")}
    </CallNote>
  );
}

function useAnswer(): (agree: boolean) => void {
  const { client } = useLive();
  const { attempt } = useCall();
  return (agree) => attempt(() => client.ask("recordingConsent", { agree }));
}

/** For whoever has said yes: who has not answered yet; once all have, whoever lets people in begins it. */
function WaitForAll() {
  const t = useTranslations("call.recording");
  const format = useFormatter();
  const { client } = useLive();
  const { attempt } = useCall();
  const { recording, peers, may } = useRoom();
  const missing = [...peers.values()].filter(
    (peer) => isInside(peer) && !recording.agreed.includes(peer.seat),
  );
  const answer = useAnswer();
  const takeBack = (
    <Button size="small" onClick={() => answer(false)}>
      {t("takeBack")}
    </Button>
  );
  if (missing.length > 0) {
    const names = format.list(missing.map(({ name }) => name));
    return <CallNote title={t("waits", { names, count: missing.length })} action={takeBack} />;
  }
  const begin = (
    <Button size="small" onClick={() => attempt(() => client.ask("startRecording", {}))}>
      {t("start")}
    </Button>
  );
  return (
    <CallNote
      title={t("allAgreed")}
      action={
        <>
          {takeBack}
          {may.includes("record") && begin}
        </>
      }
    />
  );
}

function Recorded() {
  const t = useTranslations("call.recording");
  const { client } = useLive();
  const { attempt } = useCall();
  const { may } = useRoom();
  const isPhone = useIsWidth("narrow");
  const answer = useAnswer();
  const stop = may.includes("record")
    ? () => attempt(() => client.ask("stopRecording", {}))
    : () => answer(false);
  return (
    <CallNote
      title={t("runs")}
      action={
        <Button size="small" onClick={stop}>
          {t("stop")}
        </Button>
      }
    >
      {/* It stands for as long as it runs: on a telephone the pictures need the room. */}
      {!isPhone && t("runsText")}
    </CallNote>
  );
}

/** Nobody goes on as if it were recorded, and nobody wonders where the question went. */
function RecordingIsOver({ as }: { readonly as: RecordingOver }) {
  const t = useTranslations("call.recording");
  const app = useTranslations("app");
  const [isSeen, setSeen] = useState(false);
  if (isSeen) return null;
  return (
    <CallNote
      title={t(`over.${as}`)}
      action={
        <Button size="small" onClick={() => setSeen(true)}>
          {app("close")}
        </Button>
      }
    >
      {t(`overText.${as}`)}
    </CallNote>
  );
}
