import "../../patient/patient-opinion.css";
import { type ReactNode, useCallback, useState } from "react";
import { Doc } from "yjs";
import type { OpinionSummary } from "../../case/case-api.ts";
import { AskAbout } from "../../patient/ask-about.tsx";
import { ReadingThreadsAround } from "../../thread/reading-threads-around.tsx";
import { useTextThreads } from "../../thread/text-threads-context.ts";
import { chosenInReport } from "./chosen-in-report.ts";
import { SignedText } from "./signed-text.tsx";

export interface ReportAskingProps {
  /** The opinion that the report was signed from. */
  readonly opinion: OpinionSummary;
  readonly children: ReactNode;
}

/**
 * Puts the threads on a signed text around its report: its words can be chosen and asked about here too. The report is there before the
 * text is, and stays where it is when it comes, or when another one takes its place.
 */
export function ReportAsking({ opinion, children }: ReportAskingProps) {
  const [doc, setDoc] = useState(() => new Doc());
  return (
    <>
      <SignedText opinion={opinion} onText={setDoc} />
      <ReadingThreadsAround opinionId={opinion.id} version={opinion.version ?? undefined} doc={doc}>
        {children}
        <Ask />
      </ReadingThreadsAround>
    </>
  );
}

function Ask() {
  const { places } = useTextThreads();
  const index = places?.index;
  const chosen = useCallback(
    (selection: Selection | null) => (index ? chosenInReport(index, selection) : undefined),
    [index],
  );
  return <AskAbout wordsOf={chosen} />;
}
