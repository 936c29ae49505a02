import { itemsOf, readFragment, sectionRoot, sectionsOf } from "@consilium/workspace";
import { IconHandFinger } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useCallback } from "react";
import { useTranslations } from "use-intl";
import type { Doc } from "yjs";
import { useCase } from "../case/case-context.ts";
import { isFinal } from "../case/is-final.ts";
import { useFindTerms } from "../case/use-glossary.ts";
import { PageTitle } from "../design/page-title.tsx";
import { useSentenceShown } from "../opinion/use-sentence-shown.ts";
import type { ShownSentence } from "../record/relied-on/shown-sentence.ts";
import { QuestionsUntil } from "../report/asking/questions-until.tsx";
import { AskAbout } from "./ask-about.tsx";
import { headlineOf } from "./headline.ts";
import { patientSlots } from "./patient-slots.ts";
import { PlainNext } from "./plain-next.tsx";
import { ReadingSection } from "./reading-section.tsx";
import { ReadingText } from "./reading-text.tsx";
import { useReadingThreads } from "./reading-threads.ts";
import { sentenceInReading } from "./sentence-in-reading.ts";
import { useDocChanges } from "./use-doc-changes.ts";

export interface OpinionReadingProps {
  readonly opinionId: string;
  readonly version: number | undefined;
  readonly doc: Doc;
  /** "In plain words"; else "All of it". */
  readonly isPlain: boolean;
  /** Who wrote it, and when. */
  readonly about: string;
  readonly note: ReactNode;
}

/** An opinion as its patient reads it: plain words first. */
export function OpinionReading(props: OpinionReadingProps) {
  const { opinionId, version, doc } = props;
  const { ThreadsAround } = patientSlots;
  useDocChanges(doc);
  useSentenceShown(
    useCallback((key: string) => sentenceInReading(doc, key), [doc]),
    toMiddle,
  );
  if (!ThreadsAround) return <Reading {...props} />;
  return (
    <ThreadsAround opinionId={opinionId} version={version} doc={doc}>
      <Reading {...props} />
    </ThreadsAround>
  );
}

const toMiddle = ({ element }: ShownSentence) => element.scrollIntoView({ block: "center" });

function Reading({ opinionId, doc, isPlain, about, note }: OpinionReadingProps) {
  const t = useTranslations("patient");
  const isForGood = isFinal(useCase().detail, `opinion.${opinionId}`);
  const title = headlineOf(readFragment(doc.getXmlFragment(sectionRoot("plain"))));
  return (
    <>
      <p className="patient-about">{about}</p>
      <PageTitle>{title ?? t("opinionTitle")}</PageTitle>
      <nav className="patient-tabs" aria-label={t("opinionTitle")}>
        <Tab section="plain" isOn={isPlain} name={t("plainTab")} />
        <Tab section="question" isOn={!isPlain} name={t("allTab")} />
      </nav>
      {note}
      <HowToAsk />
      {isPlain ? (
        <Plain doc={doc} titleBlocks={title === undefined ? 0 : 1} isForGood={isForGood} />
      ) : (
        <All doc={doc} isForGood={isForGood} />
      )}
      <AskAbout />
    </>
  );
}

interface TabProps {
  readonly section: string;
  readonly isOn: boolean;
  readonly name: string;
}

function Tab({ section, isOn, name }: TabProps) {
  const { caseId } = useCase();
  return (
    <Link
      to="/cases/$caseId/opinion/$section"
      params={{ caseId, section }}
      aria-current={isOn ? "page" : undefined}
      replace
    >
      {name}
    </Link>
  );
}

function HowToAsk() {
  const t = useTranslations("patient");
  const { ask } = useReadingThreads();
  if (!ask) return null;
  return (
    <div className="patient-how">
      <IconHandFinger size="1.25rem" stroke={1.75} aria-hidden />
      <div>
        <p>{t("howToAsk")}</p>
        <QuestionsUntil />
      </div>
    </div>
  );
}

interface WordsProps {
  readonly doc: Doc;
  /** Nobody changes them any more. */
  readonly isForGood: boolean;
}

function Plain({ doc, isForGood, titleBlocks }: WordsProps & { readonly titleBlocks: number }) {
  const t = useTranslations("patient");
  const findTerms = useFindTerms();
  const fragment = doc.getXmlFragment(sectionRoot("plain"));
  if (fragment.length === 0)
    return <p className="patient-quiet">{t(isForGood ? "noPlain" : "noPlainYet")}</p>;
  return (
    <>
      <ReadingText
        doc={doc}
        fragment={fragment}
        where={{ section: "plain" }}
        without={titleBlocks}
        findTerms={findTerms}
      />
      <PlainNext doc={doc} />
    </>
  );
}

function All({ doc, isForGood }: WordsProps) {
  const t = useTranslations("patient");
  const sections = sectionsOf("opinion").filter((section) => section !== "plain");
  const isEmpty =
    itemsOf(doc).length === 0 &&
    sections.every((section) => doc.getXmlFragment(sectionRoot(section)).length === 0);
  if (isEmpty) return <p className="patient-quiet">{t(isForGood ? "emptyOpinion" : "emptyOpinionYet")}</p>;
  return sections.map((section) => <ReadingSection key={section} doc={doc} section={section} />);
}
