/** The current time, behind a port so that a draft can be repeated byte for byte. */
export interface Clock {
  now(): Date;
  /** IANA name such as `Europe/Vienna`, or an offset such as `UTC`. */
  timeZone(): string;
}
