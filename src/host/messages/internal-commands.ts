/** Commands for the extension's own links; they are registered and not contributed. */
export const internalCommands = {
  /** Shows the wizard as it stands. */
  reveal: 'techSpec.internal.reveal',
  /** Stops the draft under way. */
  stop: 'techSpec.internal.stop',
  /** Goes on with the draft whose journal is named. */
  resume: 'techSpec.internal.resume',
  /** Asks whether sections that were written anew are accepted or discarded. */
  decide: 'techSpec.internal.decide',
} as const;
