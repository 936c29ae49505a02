export default {
  title: "Sign in",
  claim: "One case. Everyone who can help, looking at the same page.",
  lede: "Second medical opinions, written together.",
  emergency: "If you feel very ill now, call your emergency number. Nobody watches Consilium day and night.",
  email: "Email",
  password: "Password",
  submit: "Sign in",
  submitting: "Signing in",
  /** Why somebody did not get in, and what to do. */
  refused: {
    "no-match": "That email and password do not match.",
    "too-many": "Another attempt is still being checked.",
    "foreign-origin": "Nobody can sign in from this address.",
    unreachable: "Consilium does not answer.",
  },
  next: {
    "no-match": "Check both and try again. After several tries each one takes a few seconds longer.",
    "too-many": "Wait a few seconds and try again.",
    "foreign-origin": "Open Consilium at the address that you were given.",
    unreachable: "Check your connection and try again.",
  },
  ended: "Your session has ended.",
  endedNext: "Sign in to go on where you were. What you wrote is kept on this device.",
  signedOut: "You are signed out.",
  emailNeeded: "Write your email, like name@hospital.test.",
  passwordNeeded: "Write your password.",
} as const;
