import type { Clock } from '../../core/ports/clock';

/** Date and time zone of the machine the extension runs on. */
export const systemClock: Clock = {
  now: () => new Date(),
  timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
};
