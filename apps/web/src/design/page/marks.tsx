import { useNow } from "use-intl";
import { DueTime } from "../due-time.tsx";
import { EvidenceLink, LostEvidence } from "../evidence-link.tsx";
import { useNotSavedReason } from "../not-saved-reason.ts";
import { SavedState } from "../saved-state.tsx";
import { ReadingGlyph, SeverityGlyph } from "../severity-glyph.tsx";
import { StateGlyph } from "../state-glyph.tsx";
import { Sample } from "./sample.tsx";
import { captions, evidence, sections } from "./samples.ts";

export function States() {
  return (
    <Sample title={sections.state}>
      <StateGlyph state="not-begun" />
      <StateGlyph state="open" />
      <StateGlyph state="in-progress" />
      <StateGlyph state="done" />
      <StateGlyph state="paused">{captions.paused}</StateGlyph>
      <StateGlyph state="declined">{captions.declined}</StateGlyph>
      <StateGlyph state="not-available" />
    </Sample>
  );
}

const day = 86_400_000;

export function Times() {
  const now = useNow();
  const from = (days: number) => new Date(now.getTime() + days * day);
  return (
    <Sample title={sections.time} caption={captions.time}>
      <DueTime clock={{ state: "running", from: from(-2), due: from(6) }} />
      <DueTime clock={{ state: "running", from: from(-5), due: from(2) }} />
      <DueTime clock={{ state: "running", from: from(-8), due: from(-1) }} />
      <DueTime clock={{ state: "paused", until: from(8), reason: captions.paused }} />
      <DueTime clock={{ state: "met", on: from(-4) }} />
    </Sample>
  );
}

export function Agreement() {
  return (
    <Sample title={sections.agreement}>
      <ReadingGlyph reading="agrees" />
      <ReadingGlyph reading="minor" />
      <ReadingGlyph reading="major" />
      <SeverityGlyph severity="advice" />
      <SeverityGlyph severity="must" />
    </Sample>
  );
}

export function Evidence() {
  return (
    <Sample title={sections.evidence} caption={captions.evidence}>
      <p className="design-opinion">
        {evidence.before} <EvidenceLink kind="image" name={evidence.full} href="#content" />
        {evidence.between} <EvidenceLink kind="image" name={evidence.short} href="#content" isOpen />
        {evidence.after} <EvidenceLink kind="value" name={evidence.value} href="#content" />.{" "}
        <LostEvidence name={evidence.lost} />
      </p>
    </Sample>
  );
}

export function SavedStates() {
  const now = useNow();
  const reason = useNotSavedReason();
  return (
    <Sample title={sections.saved} caption={captions.saved}>
      <SavedState saved={{ state: "saving" }} />
      <SavedState saved={{ state: "saved", at: now }} />
      <SavedState saved={{ state: "kept", count: 3 }} />
      <SavedState saved={{ state: "in-memory", count: 3 }} />
      <SavedState saved={{ state: "not-saved", reason: reason("signed") }} />
    </Sample>
  );
}
