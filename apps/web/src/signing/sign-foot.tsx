import type { ReactNode } from "react";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { SignWays, type SignWaysProps } from "./sign-ways.tsx";
import { Signer, type SignerProps } from "./signer.tsx";
import { StepUpField, type StepUpFieldProps } from "./step-up-field.tsx";

export interface SignFootProps extends SignWaysProps, SignerProps {
  /** What is said with the check box. */
  readonly read: string;
  readonly isRead: boolean;
  readonly error: Error | null;
  /** Below who signs: what else they have to say. */
  readonly children?: ReactNode;
  readonly onRead: (isRead: boolean) => void;
  readonly onShown: StepUpFieldProps["onChange"];
}

/** The end of each sheet that is signed: what is said and by whom, and right beside it what shows that it is they, and the signature. */
export function SignFoot({ read, isRead, signer, error, children, onRead, onShown, ...ways }: SignFootProps) {
  return (
    <div className="sign-foot">
      <div className="sign-said">
        <label className="sign-read">
          <input type="checkbox" checked={isRead} onChange={(event) => onRead(event.currentTarget.checked)} />
          <span>{read}</span>
        </label>
        <Signer signer={signer} />
        {children}
      </div>
      <div className="sign-shown">
        <StepUpField onChange={onShown} />
        <RefusedLine error={error} />
        <SignWays {...ways} />
      </div>
    </div>
  );
}
