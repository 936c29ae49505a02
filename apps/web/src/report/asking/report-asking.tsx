import "../../patient/patient-opinion.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback, useMemo } from "react";
import type { Doc } from "yjs";
import type { OpinionSummary } from "../../case/case-api.ts";
import { useCase } from "../../case/case-context.ts";
import { useDocument } from "../../case/use-document.ts";
import { documentOfVersion, versionQuery } from "../../case/version-query.ts";
import { AskAbout } from "../../patient/ask-about.tsx";
import { ReadingThreadsAround } from "../../thread/reading-threads-around.tsx";
import { useTextThreads } from "../../thread/text-threads-context.ts";
import { chosenInReport } from "./chosen-in-report.ts";

export interface ReportAskingProps {
  /** The opinion that the report was signed from. */
  readonly opinion: OpinionSummary;
  readonly children: ReactNode;
}

/** Puts the threads on a signed text around its report: its words can be chosen and asked about here too. */
export function ReportAsking(props: ReportAskingProps) {
  const { version } = props.opinion;
  return version === null ? <Live {...props} /> : <AtVersion {...props} version={version} />;
}

function AtVersion({ opinion, version, children }: ReportAskingProps & { readonly version: number }) {
  const { caseId, seat } = useCase();
  const { data } = useSuspenseQuery(versionQuery({ caseId, opinionId: opinion.id, n: version, seat }));
  const doc = useMemo(() => documentOfVersion(data.state), [data.state]);
  return (
    <Around opinion={opinion.id} version={version} doc={doc}>
      {children}
    </Around>
  );
}

/** Before the text is here the report is read without its threads. */
function Live({ opinion, children }: ReportAskingProps) {
  const document = useDocument(`opinion.${opinion.id}`);
  if (document.phase !== "open" || !document.synced) return children;
  return (
    <Around opinion={opinion.id} version={undefined} doc={document.doc}>
      {children}
    </Around>
  );
}

interface AroundProps {
  readonly opinion: string;
  readonly version: number | undefined;
  readonly doc: Doc;
  readonly children: ReactNode;
}

function Around({ opinion, version, doc, children }: AroundProps) {
  return (
    <ReadingThreadsAround opinionId={opinion} version={version} doc={doc}>
      {children}
      <Ask />
    </ReadingThreadsAround>
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
