import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Side } from "../design/avatar.tsx";
import { Logo } from "../design/logo.tsx";
import type { PersonColour } from "../design/person-colour.ts";
import { TopBar } from "../design/top-bar.tsx";
import { Bell } from "../notify/bell.tsx";
import { AccountMenu } from "./account-menu.tsx";

export interface AppBarProps {
  /** Whose case it is, or the places of the list. */
  readonly children?: ReactNode;
  /** Before the account: saved state, who is here, clocks, the next step. */
  readonly end?: ReactNode;
  /** Mine in this case; outside a case slate and round. */
  readonly colour?: PersonColour;
  readonly side?: Side;
  /** First in the menu of the account: what can be done with the case that is open. */
  readonly menu?: ReactNode;
}

/** The top bar of a signed-in screen. */
export function AppBar({ children, end, colour = "slate", side = "clinic", menu }: AppBarProps) {
  return (
    <TopBar
      home={
        <Link to="/cases">
          <Logo />
        </Link>
      }
      end={
        <>
          {end}
          <Bell />
          <AccountMenu colour={colour} side={side} items={menu} />
        </>
      }
    >
      {children}
    </TopBar>
  );
}
