import { byUrgency } from "@consilium/clinical";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ExtendDialog } from "../coordination/extend-dialog.tsx";
import { Button } from "../design/button.tsx";
import type { BoardItem, Thing } from "./board-query.ts";
import { ThingTime } from "./thing-time.tsx";
import { ThingWay } from "./thing-way.tsx";

interface OneThing {
  readonly item: BoardItem;
  readonly thing: Thing;
}

/** Late first, then what is due within two days: what happened, until when, and what to do. */
export function DoNowTable({ items }: { readonly items: readonly BoardItem[] }) {
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
      <table aria-labelledby="do-now">
        <thead>
          <tr>
            <th scope="col" id="do-now">
              {t("doNow")}
            </th>
            <th scope="col">{t("happened")}</th>
            <th scope="col">{t("clockHead")}</th>
            <th scope="col">{t("next")}</th>
          </tr>
        </thead>
        <tbody>
          {things.map((one) => (
            <DoNowRow
              key={`${one.item.id}/${one.thing.what}/${one.thing.clock ?? one.thing.about}`}
              {...one}
            />
          ))}
        </tbody>
      </table>
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
    <tr>
      <th scope="row">
        <Link to="/cases/$caseId" params={{ caseId: item.id }}>
          <bdi>{item.patient.name}</bdi>
        </Link>
        <span>{item.title}</span>
      </th>
      <td>{said}</td>
      <td>
        <ThingTime item={item} thing={thing} />
      </td>
      <td>
        <div className="do-now-ways">
          <ThingWay item={item} thing={thing} />
          {what === "clock" && clock !== null && <Extend item={item} kind={clock} label={t("extend")} />}
        </div>
      </td>
    </tr>
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
