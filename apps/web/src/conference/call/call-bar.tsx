import { useTranslations } from "use-intl";
import { Glyph } from "../../design/glyph.tsx";
import { Logo } from "../../design/logo.tsx";
import { useLive, useRoom } from "../room/live-context.ts";
import { useServerNow } from "../room/use-server-now.ts";
import { useCall } from "./call-context.ts";
import { QualityBars } from "./quality-bars.tsx";
import { RecordingSign } from "./recording-sign.tsx";
import { spentAs } from "./spent.ts";
import { useBegun } from "./use-begun.ts";

/** Above a call: whose case it is, since when, that nobody records it, and how good the line is. */
export function CallBar() {
  const { about } = useLive();
  return (
    <header className="call-bar">
      <Logo />
      <h1 dir="auto">{about.title}</h1>
      <Spent />
      <RecordingSign />
      <div className="call-bar-end">
        <LineQuality />
        <Clock />
      </div>
    </header>
  );
}

function Spent() {
  const t = useTranslations("call");
  const begun = useBegun();
  const now = useServerNow(1000);
  return (
    <span className="call-live num" role="timer">
      <Glyph name="in-progress" />
      {t("live", { time: spentAs(begun, now) })}
    </span>
  );
}

interface LineQualityProps {
  /** Where there is little room, a line that is good needs no word. */
  readonly isFaultOnly?: boolean;
}

export function LineQuality({ isFaultOnly = false }: LineQualityProps) {
  const t = useTranslations("call");
  const { quality } = useCall();
  const { line, carrying } = useRoom();
  if (line !== "open" || carrying !== "there") return null;
  if (isFaultOnly && quality.line === "good") return null;
  return (
    <output className="call-quiet call-line" data-grade={quality.line}>
      <QualityBars grade={quality.line} />
      {t(`quality.${quality.line}`)}
    </output>
  );
}

/** The time now, and until when it was planned. */
function Clock() {
  const t = useTranslations("call");
  const { about } = useLive();
  const now = useServerNow(10_000);
  const end = new Date(about.startsAt.getTime() + about.minutes * 60_000);
  return <span className="call-quiet num">{t(now > end ? "clockPast" : "clockOf", { now, end })}</span>;
}
