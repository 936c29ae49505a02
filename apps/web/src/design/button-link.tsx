import "./button.css";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";
import type { ButtonLook } from "./button.tsx";

interface AnchorProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "className" | "style"> {
  readonly look?: ButtonLook;
  readonly size?: "normal" | "small" | "wide";
  readonly ref?: Ref<HTMLAnchorElement>;
}

function ButtonAnchor({ look = "plain", size = "normal", children, ...rest }: AnchorProps) {
  return (
    <a {...rest} className="button" data-look={look} data-size={size}>
      {children}
    </a>
  );
}

/** A way to another screen that looks like a button: it has an address, so it opens in a new tab too. */
export const ButtonLink = createLink(ButtonAnchor);
