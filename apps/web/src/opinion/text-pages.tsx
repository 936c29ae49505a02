import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { BlindBanner } from "../blind-read/blind-banner.tsx";
import { FinishRead } from "../blind-read/finish-read.tsx";
import type { OpinionSummary } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { draftOf } from "../case/draft-of.ts";
import { useDocument } from "../case/use-document.ts";
import { Banner } from "../design/banner.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { SignedBanner } from "../report/signed-banner.tsx";
import { BareDesk } from "./bare-desk.tsx";
import { LiveText } from "./live-text.tsx";
import { OpinionAction } from "./sharing/opinion-action.tsx";
import { VersionText } from "./version-text.tsx";

const opinionRoute = getRouteApi("/cases/$caseId/opinion/$section");
const referralRoute = getRouteApi("/cases/$caseId/referral/$section");
const storyRoute = getRouteApi("/cases/$caseId/story/$section");
const workpadRoute = getRouteApi("/cases/$caseId/workpad/$section");

/** The lead opinion: written, read live, or read as the version that was shared. */
export function OpinionPage() {
  const t = useTranslations("opinion");
  const { section } = opinionRoute.useParams();
  const { detail } = useCase();
  const [opinion] = detail.opinions;
  if (!opinion) {
    return (
      <BareDesk title={t("noOpinionTitle")}>
        <EmptyState level={1} title={t("noOpinionTitle")}>
          <p>{t("noOpinionText")}</p>
        </EmptyState>
      </BareDesk>
    );
  }
  const { version } = opinion;
  const name = draftOf(detail);
  const isBlind = detail.seat.mode === "blind";
  const action = isBlind ? <FinishRead /> : <OpinionAction opinion={opinion} />;
  if (name === undefined) {
    return version !== null && <VersionText opinion={opinion} version={version} section={section} />;
  }
  return (
    <LiveText
      key={name}
      name={name}
      kind="opinion"
      section={section}
      banner={
        <>
          <BlindBanner />
          {opinion.state !== "locked" && <OpinionBanner opinion={opinion} />}
        </>
      }
      action={action}
    />
  );
}

function OpinionBanner({ opinion }: { readonly opinion: OpinionSummary }): ReactNode {
  const t = useTranslations("opinion");
  if (opinion.state === "signed" && opinion.signedAt) {
    return <SignedBanner opinion={opinion.id} at={new Date(opinion.signedAt)} />;
  }
  if (opinion.write) return null;
  return (
    <Banner tone="draft" isBar title={t("draftTitle")}>
      {t("draftText")}
    </Banner>
  );
}

export function ReferralPage() {
  const { section } = referralRoute.useParams();
  return (
    <LiveText name="referral" kind="referral" section={section} banner={<ReadOnlyBanner name="referral" />} />
  );
}

export function StoryPage() {
  const { section } = storyRoute.useParams();
  return <LiveText name="story" kind="story" section={section} banner={<ReadOnlyBanner name="story" />} />;
}

export function WorkpadPage() {
  const t = useTranslations("opinion");
  const { section } = workpadRoute.useParams();
  const { detail } = useCase();
  const name = detail.documents.find((document) => document.name.startsWith("workpad."))?.name;
  if (name) return <LiveText name={name} kind="workpad" section={section} />;
  return (
    <BareDesk title={t("endedTitle")}>
      <EmptyState level={1} title={t("endedTitle")}>
        <p>{t("endedText")}</p>
      </EmptyState>
    </BareDesk>
  );
}

/** Somebody else writes this text. */
function ReadOnlyBanner({ name }: { readonly name: string }) {
  const t = useTranslations("opinion");
  const state = useDocument(name);
  if (state.phase !== "open" || state.mayWrite) return null;
  return <Banner tone="draft" isBar title={t("readOnlyTitle")} />;
}
