import { byUrgency } from "@consilium/clinical";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ExtendDialog } from "../coordination/extend-dialog.tsx";
import { Button } from "../design/button.tsx";
import { DueTime } from "../design/due-time.tsx";
import { SeverityGlyph } from "../design/severity-glyph.tsx";
import type { BoardItem, Thing } from "./board-query.ts";
import { ThingWay } from "./thing-way.tsx";

interface OneThing {
  readonly item: BoardItem;
  readonly thing: Thing;
}

/** Late first, then what is due within two days: what happened, until when, and what to do. */
export function DoNowList({ items }: { readonly items: readonly BoardItem[] }) {
  const t = useTranslations("board");
  const things = items
    .flatMap((item) => item.doNow.map((thing) => ({ item, thing })))
    .toSorted((one, other) =>
      byUrgency(
        { ...one.thing, at: new Date(one.thing.at) },
        { ...other.thing, at: new Date(other.thing.at) },
      ),
    );
  if (things.length === 0) return null;
  return (
    <section className="do-now" aria-labelledby="do-now">
      <h2 id="do-now">{t("doNow")}</h2>
      <ul>
        {things.map((one) => (
          <DoNowRow key={`${one.item.id}/${one.thing.what}/${one.thing.clock ?? one.thing.about}`} {...one} />
        ))}
      </ul>
    </section>
  );
}

function DoNowRow({ item, thing }: OneThing) {
  const t = useTranslations("board");
  const { what, clock, severity, count } = thing;
  const name = thing.name ?? "";
  const said =
    what === "clock"
      ? t(`clock.${clock ?? "triage"}`, { severity })
      : t(`what.${what}`, { name, count: count ?? 0 });
  return (
    <li>
      <div className="do-now-case">
        <Link to="/cases/$caseId" params={{ caseId: item.id }}>
          <bdi>{item.patient.name}</bdi>
        </Link>
        <span>{item.title}</span>
      </div>
      <p>{said}</p>
      <ThingTime item={item} thing={thing} />
      <div className="do-now-ways">
        <ThingWay item={item} thing={thing} />
        {what === "clock" && clock !== null && <Extend item={item} kind={clock} label={t("extend")} />}
      </div>
    </li>
  );
}

function ThingTime({ item, thing: { what, clock, at, severity } }: OneThing) {
  const t = useTranslations("board");
  const running = what === "clock" ? item.clocks.find(({ kind }) => kind === clock) : undefined;
  if (running?.from && running.due)
    return <DueTime clock={{ state: "running", from: new Date(running.from), due: new Date(running.due) }} />;
  return (
    <SeverityGlyph severity={severity === "late" ? "must" : "advice"}>
      {t("since", { at: new Date(at) })}
    </SeverityGlyph>
  );
}

interface ExtendProps {
  readonly item: BoardItem;
  readonly kind: NonNullable<Thing["clock"]>;
  readonly label: string;
}

function Extend({ item, kind, label }: ExtendProps) {
  const [isOpen, show] = useState(false);
  const clock = item.clocks.find((found) => found.kind === kind);
  const [seat] = item.seats;
  if (!clock?.due) return null;
  return (
    <>
      <Button size="small" look="quiet" onClick={() => show(true)}>
        {label}
      </Button>
      {isOpen && (
        <ExtendDialog
          of={{ caseId: item.id, seat: seat?.id }}
          kind={kind}
          due={clock.due}
          zone={clock.zone}
          onClose={() => show(false)}
        />
      )}
    </>
  );
}
