import "../upload/upload.css";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useTranslations } from "use-intl";
import { PageTitle } from "../design/page-title.tsx";
import { ChooseFiles } from "../upload/choose-files.tsx";
import { deliveriesInTab } from "../upload/deliveries-in-tab.ts";
import { NotSentNotice } from "../upload/not-sent-notice.tsx";
import { OnTheWay } from "../upload/on-the-way.tsx";
import { PhotoReview, usePhotos } from "../upload/photo-review.tsx";
import { useBytes } from "../upload/use-bytes.ts";
import { useHandingOver } from "../upload/use-case-deliveries.ts";
import {
  type AnswerPlace,
  answerPlace,
  headersOf,
  lookAtPlace,
  type OpenedPlace,
  type PlaceKey,
  type PlaceWord,
  placeSending,
} from "./answer-api.ts";
import { AskedRecord } from "./asked-record.tsx";
import { LastWord } from "./last-word.tsx";
import { endOf, PlaceEnded } from "./place-ended.tsx";

/** Milliseconds: a request that was taken back says so, also where it lies open, within so long. */
const rhythm = 15_000;

interface AnswerRoomProps {
  readonly token: string;
  readonly opened: OpenedPlace;
}

/** What is asked for, the files that are sent, and the last word. */
export function AnswerRoom({ token, opened }: AnswerRoomProps) {
  const { entry } = opened;
  const key = useMemo(() => ({ token, entry }), [token, entry]);
  const looking = useQuery({
    queryKey: ["answer", token, entry],
    queryFn: () => lookAtPlace(key),
    initialData: opened,
    refetchInterval: rhythm,
    retry: false,
  });
  const saying = useMutation({ mutationFn: (word: PlaceWord) => answerPlace(key, word) });
  const end = saying.data ? undefined : (endOf(looking.error) ?? endOf(saying.error));
  if (saying.data) return <Thanks place={looking.data} state={saying.data.state} />;
  if (end) return <PlaceEnded end={end} />;
  const look = () => void looking.refetch();
  return <Sending placeKey={key} place={looking.data} saying={saying} onSent={look} />;
}

interface ThanksProps {
  readonly place: AnswerPlace;
  readonly state: PlaceWord["state"];
}

function Thanks({ place, state }: ThanksProps) {
  const t = useTranslations("answer");
  const by = place.by ?? place.programme;
  return (
    <output className="answer-ended">
      <PageTitle lede={t(state === "here" ? "thanksHere" : "thanksUnavailable", { by })}>
        {t("thanks")}
      </PageTitle>
    </output>
  );
}

interface SendingProps {
  readonly placeKey: PlaceKey;
  readonly place: AnswerPlace;
  readonly saying: {
    readonly mutate: (word: PlaceWord) => void;
    readonly isPending: boolean;
    readonly error: Error | null;
  };
  readonly onSent: () => void;
}

function Sending({ placeKey, place, saying, onSent }: SendingProps) {
  const t = useTranslations("answer");
  const bytes = useBytes();
  const deliveries = deliveriesInTab({
    api: placeSending(placeKey),
    place: `answer/${place.place}`,
    way: { endpoint: "/api/answering/uploads", headers: headersOf(placeKey), meta: {} },
  });
  const handing = useHandingOver(deliveries);
  const photos = usePhotos(deliveries);
  const { ended } = handing;
  useEffect(() => {
    if (ended === "complete") onSent();
    // oxlint-disable-next-line react/exhaustive-deps -- Once for each delivery that ends.
  }, [ended]);
  const isUnderWay = handing.state !== undefined || photos.length > 0;
  const hasSent = place.sent.length > 0;
  return (
    <div className="upload answer-room" data-patient>
      <AskedRecord place={place} />
      <ChooseFiles deliveries={deliveries} isForPatient isQuiet={isUnderWay || hasSent} />
      <p className="upload-quiet">
        {t("limits", { size: bytes(place.most.bytes), files: place.most.files })}
      </p>
      {handing.notSent && <NotSentNotice notSent={handing.notSent} deliveries={deliveries} />}
      <PhotoReview deliveries={deliveries} />
      <OnTheWay deliveries={deliveries} handing={handing} />
      <Sent sent={place.sent} />
      <LastWord hasSent={hasSent} isUnderWay={isUnderWay} saying={saying} />
    </div>
  );
}

function Sent({ sent }: Pick<AnswerPlace, "sent">) {
  const t = useTranslations("answer");
  if (sent.length === 0) return null;
  return (
    <section className="upload-section" aria-label={t("sent")}>
      <h2>{t("sent")}</h2>
      <ul className="answer-sent">
        {sent.map(({ id, at, files }) => (
          <li key={id}>{t("sentOne", { at: new Date(at), files })}</li>
        ))}
      </ul>
    </section>
  );
}
