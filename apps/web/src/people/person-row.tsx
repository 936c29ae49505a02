import { isPatientSide } from "@consilium/clinical";
import { useFormatter, useTranslations } from "use-intl";
import { colourAt } from "../case/people.ts";
import { Avatar } from "../design/avatar.tsx";
import { Button } from "../design/button.tsx";
import type { SeatedPerson } from "./people-api.ts";
import { scopesToSay, seesOf } from "./sees-of.ts";

export interface PersonRowProps {
  readonly person: SeatedPerson;
  readonly onEnd: () => void;
}

/** Who, as what, since when, and what they may see. */
export function PersonRow({ person, onEnd }: PersonRowProps) {
  const t = useTranslations("people");
  const { name, initials, colour, role, profession, workplace, own, ended, mayEnd } = person;
  const side = isPatientSide({ role }) ? "patient" : "clinic";
  return (
    <li>
      <Avatar
        person={{ name, initials, colour: colourAt(colour), side }}
        presence={ended ? "away" : "of-case"}
        size={36}
        isDecoration
      />
      <div>
        <p>
          <b dir="auto">{name}</b> {own && <span className="people-own">{t("own")}</span>}
        </p>
        <p className="people-role">
          <PlaceName person={person} />
        </p>
        {(profession !== null || workplace !== null) && (
          <p className="people-fact">{[profession, workplace].filter(Boolean).join(" · ")}</p>
        )}
        {!ended && (
          <p>
            <WhatTheySee person={person} />
          </p>
        )}
        <p className="people-fact">
          <Span person={person} />
        </p>
        {mayEnd && (
          <Button size="small" isDanger onClick={onEnd}>
            {own ? t("endOwn") : t("end")}
            {!own && <span className="visually-hidden"> {name}</span>}
          </Button>
        )}
      </div>
    </li>
  );
}

function PlaceName({ person: { role, mode } }: { readonly person: SeatedPerson }) {
  const roles = useTranslations("workspace.role");
  const t = useTranslations("people");
  return mode === null ? roles(role) : t("specialistAs", { role: roles(role), mode: t(`mode.${mode}`) });
}

function WhatTheySee({ person }: { readonly person: SeatedPerson }) {
  const t = useTranslations("people");
  const format = useFormatter();
  const scopes = scopesToSay(person);
  if (person.role !== "proxy" || person.scopes === null) return t(`sees.${seesOf(person)}`);
  if (scopes.length === 0) return t("mayNothing");
  return t("may", { what: format.list(scopes.map((scope) => t(`scopeMay.${scope}`))) });
}

function Span({ person: { since, until, ended } }: { readonly person: SeatedPerson }) {
  const t = useTranslations("people");
  const [from, to] = [new Date(since), new Date(until ?? since)];
  if (ended) return t("fromTo", { from, to });
  return until === null ? t("since", { from }) : t("sinceUntil", { from, to });
}
