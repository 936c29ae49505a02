import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { AvatarRow } from "../avatar-row.tsx";
import { Avatar } from "../avatar.tsx";
import { Sample } from "./sample.tsx";
import {
  amara,
  captions,
  ground,
  ingrid,
  marisol,
  meaning,
  onImage,
  palette,
  sections,
  tomasz,
} from "./samples.ts";

export function Colours() {
  return (
    <>
      <Swatches title={sections.ground} tokens={ground} />
      <Swatches title={sections.accent} tokens={meaning} />
    </>
  );
}

function Swatches({ title, tokens }: { title: string; tokens: readonly (readonly [string, string])[] }) {
  return (
    <Sample title={title}>
      {tokens.map(([name, use]) => (
        <div key={name} className="design-swatch">
          <svg height="44" width="100%" aria-hidden="true">
            <rect width="100%" height="44" rx="6" fill={`var(--${name})`} />
          </svg>
          <b>{name}</b>
          {use}
        </div>
      ))}
    </Sample>
  );
}

export function People() {
  const t = useTranslations("person");
  return (
    <Sample title={sections.people}>
      <div className="design-palette">
        {palette.map((person) => (
          <span key={person.colour} data-person={person.colour}>
            <Avatar person={person} size={36} />
            <b>{person.name}</b>
            <i>{onImage}</i>
          </span>
        ))}
      </div>
      <Presences />
      <AvatarRow
        people={[
          { ...ingrid, id: "1", presence: "here" },
          { ...tomasz, id: "2", presence: "here" },
          { ...marisol, id: "3", presence: "away" },
        ]}
      />
      <p className="marked">
        <Avatar person={tomasz} size={20} isDecoration />
        <span>{t.rich("isIn", { name: tomasz.name, place: captions.place, b: inColour })}</span>
      </p>
    </Sample>
  );
}

const inColour = (name: ReactNode) => (
  <b className="design-who" data-person={tomasz.colour}>
    {name}
  </b>
);

function Presences() {
  return (
    <>
      <div>
        <Avatar person={ingrid} presence="here" size={28} />
        <p className="design-caption">{captions.here}</p>
      </div>
      <div>
        <Avatar person={amara} size={28} />
        <p className="design-caption">{captions.ofCase}</p>
      </div>
      <div>
        <Avatar person={marisol} presence="away" size={28} />
        <p className="design-caption">{captions.away}</p>
      </div>
      <div>
        <Avatar person={marisol} size={28} />
        <p className="design-caption">{captions.patient}</p>
      </div>
    </>
  );
}
