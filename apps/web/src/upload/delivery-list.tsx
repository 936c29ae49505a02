import { useState } from "react";
import { useTranslations } from "use-intl";
import { Fetching, NotFetched, PulledTitle } from "../archive/pulled-delivery.tsx";
import { useCase } from "../case/case-context.ts";
import { Button } from "../design/button.tsx";
import { Glyph, type GlyphName } from "../design/glyph.tsx";
import { authorIn } from "../thread/author-in.ts";
import type { Delivery } from "./delivery-api.ts";
import { DeliveryResult, Missing, NotWholeStudies, ResultDetails } from "./delivery-result.tsx";
import { TakeBack } from "./take-back.tsx";
import { isToSay } from "./to-say.ts";
import { useDeliveries, useOneDelivery } from "./use-case-deliveries.ts";
import { WhoseCase } from "./whose-case.tsx";

/** More are asked for. */
const most = 5;

/** What was handed over to the case, newest first. `except`: the one that is sent from this tab. */
export function DeliveryList({ except }: { readonly except: string | undefined }) {
  const t = useTranslations("delivery");
  const [count, setCount] = useState(most);
  const deliveries = useDeliveries()?.filter(({ id }) => id !== except) ?? [];
  if (deliveries.length === 0) return null;
  const rest = deliveries.length - count;
  return (
    <section className="upload-section">
      <h2>{t("handedOver")}</h2>
      <ol className="upload-list">
        {deliveries.slice(0, count).map((delivery, at) => (
          <DeliveryItem key={delivery.id} delivery={delivery} isNewest={at === 0} />
        ))}
      </ol>
      {rest > 0 && (
        <Button look="quiet" onClick={() => setCount(count + most)}>
          {t("moreFiles", { count: Math.min(rest, most) })}
        </Button>
      )}
    </section>
  );
}

const glyphs: Record<Delivery["state"], GlyphName> = {
  arriving: "in-progress",
  waiting: "open",
  reading: "in-progress",
  asking: "advice",
  done: "done",
  failed: "must",
  cancelled: "declined",
};

interface ItemProps {
  readonly delivery: Delivery;
  readonly isNewest: boolean;
}

function DeliveryItem({ delivery, isNewest }: ItemProps) {
  const t = useTranslations("delivery");
  const { people, detail } = useCase();
  const { at, by, state, source, request } = delivery;
  const who = by === detail.seat.id ? t("byYou") : authorIn(people, by).name;
  const asked = detail.requests.find(({ id }) => id === request);
  // A question to somebody else is nothing to look at here.
  const isAnothers = state === "asking" && !isToSay(delivery, detail.seat);
  return (
    <li className="upload-delivery" data-state={isAnothers ? "waiting" : state}>
      <Glyph name={isAnothers ? "open" : glyphs[state]} size={20} />
      <div>
        <h3>
          {request === null ? who : t("throughRequest", { name: asked?.from ?? who })} · <When at={at} />
        </h3>
        {source && <PulledTitle source={source} />}
        <Standing delivery={delivery} isNewest={isNewest} />
      </div>
    </li>
  );
}

function When({ at }: { readonly at: string }) {
  const t = useTranslations("delivery");
  return <time dateTime={at}>{t("at", { at: new Date(at) })}</time>;
}

function Standing({ delivery, isNewest }: ItemProps) {
  const t = useTranslations("delivery");
  const { people, detail } = useCase();
  const { id, by, state, read, total, source, problem } = delivery;
  const isOwn = isToSay(delivery, detail.seat);
  switch (state) {
    case "arriving":
      if (source) return <Fetching delivery={delivery} source={source} />;
      return isOwn ? <Unfinished delivery={delivery} /> : <p>{t("state.arriving")}</p>;
    case "waiting":
      return (
        <>
          <output>{t("state.waiting")}</output>
          {isOwn && <TakeBack id={id} />}
        </>
      );
    case "reading":
      return (
        <>
          <BeingRead read={read} total={total} />
          {isOwn && <TakeBack id={id} />}
        </>
      );
    case "asking":
      if (isOwn) return <Asking delivery={delivery} />;
      return <p>{t("state.asking", { name: authorIn(people, by).name })}</p>;
    case "done":
      return <Done delivery={delivery} isNewest={isNewest} />;
    case "failed":
      if (source && problem) return <NotFetched source={source} problem={problem} />;
      return <p>{t("state.failed")}</p>;
    case "cancelled":
      return <p>{t("state.cancelled")}</p>;
  }
}

function BeingRead({ read, total }: Pick<Delivery, "read" | "total">) {
  const t = useTranslations("delivery");
  return (
    <>
      <p className="num">{t("state.reading", { read, total })}</p>
      <progress
        className="upload-progress"
        aria-label={t("progress")}
        max={Math.max(1, total)}
        value={read}
      />
    </>
  );
}

/** Begun in another tab, on another device, or where this one has forgotten it. */
function Unfinished({ delivery: { id, arrived } }: { readonly delivery: Delivery }) {
  const t = useTranslations("delivery");
  return (
    <>
      <p>
        {t("state.arrivingOwn", { arrived })} {t("state.arrivingOwnMore")}
      </p>
      <TakeBack id={id} />
    </>
  );
}

function Asking({ delivery }: { readonly delivery: Delivery }) {
  const { data } = useOneDelivery(delivery, true);
  return data?.question ? <WhoseCase delivery={delivery} people={data.question} /> : null;
}

function Done({ delivery, isNewest }: ItemProps) {
  const t = useTranslations("delivery");
  const [isOpen, setOpen] = useState(isNewest);
  const { data } = useOneDelivery(delivery, isOpen || delivery.records.length === 0);
  return (
    <>
      <DeliveryResult delivery={delivery} word={data} />
      <Missing missing={data?.missing} />
      <NotWholeStudies ids={delivery.records} />
      <details
        className="upload-details"
        open={isOpen}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary>{t("details")}</summary>
        {isOpen && <ResultDetails delivery={delivery} word={data} />}
      </details>
    </>
  );
}
