import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback, useMemo } from "react";
import { useTranslations } from "use-intl";
import { CaseProvider } from "../../case/case-provider.tsx";
import { caseQuery } from "../../case/case-query.ts";
import { OpenPage } from "../../link/open-page.tsx";
import { useConferenceRoom } from "../room-context.ts";
import { ConferenceScreen } from "../room/conference-screen.tsx";
import type { Describe } from "../room/live-context.ts";
import { Stage } from "../showing/stage.tsx";
import { strangerAs } from "../use-describe.ts";
import type { GuestView } from "./guest-api.ts";

interface GuestCaseProps {
  readonly view: GuestView;
  /** It was ended for all. */
  readonly onEnded: () => void;
}

/** Somebody who came by a link: the people, and of the case what is shown; nothing else. */
export function GuestCase({ view, onEnded }: GuestCaseProps) {
  const describe = useDescribeToGuest(view);
  const { conference, startsAt, minutes, programme } = view;
  const about = useMemo(
    () => ({
      conferenceId: conference,
      title: programme,
      startsAt: new Date(startsAt),
      minutes,
      begunAt: null,
    }),
    [conference, programme, startsAt, minutes],
  );
  const frame = useCallback((page: ReactNode) => <Frame view={view}>{page}</Frame>, [view]);
  return (
    <ConferenceScreen
      about={about}
      seat={view.seat}
      describe={describe}
      frame={frame}
      ways={null}
      onEnded={onEnded}
      stage={<GuestStage view={view} />}
      notes={null}
    />
  );
}

function Frame({ view, children }: Pick<GuestCaseProps, "view"> & { readonly children: ReactNode }) {
  const t = useTranslations("guest");
  const { calledBy: by, programme, name } = view;
  return (
    <OpenPage title={t("title")}>
      <p className="door-invited">{t("lede", { by, programme, name })}</p>
      {children}
    </OpenPage>
  );
}

/** The case is opened once something of it is shown, and it holds that for a guest, and nothing else. */
function GuestStage({ view }: Pick<GuestCaseProps, "view">) {
  const { presented } = useConferenceRoom();
  const { data } = useQuery({ ...caseQuery(view.caseId, view.seat), enabled: presented !== null });
  if (!data) return null;
  return (
    <CaseProvider detail={data} seat={view.seat} personId={view.seat}>
      <Stage />
    </CaseProvider>
  );
}

function useDescribeToGuest({ seat: own, kind }: GuestView): Describe {
  const t = useTranslations("door");
  return useCallback(
    ({ seat, name, party }) => ({
      person: strangerAs(seat, name),
      role: seat === own ? t(`guestKind.${kind}`) : t(`party.${party}`),
      note: null,
    }),
    [own, kind, t],
  );
}
