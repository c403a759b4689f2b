interface MeterProps {
  /** Read to screen readers; the numbers stand beside it as text. */
  readonly label: string;
  readonly value: number;
  readonly max: number;
}

/** How much of an allowance is used. The plain element, because the content policy forbids inline styles. */
export function Meter({ label, value, max }: MeterProps) {
  const full = Math.max(max, 1);
  return (
    <meter
      className="meter"
      aria-label={label}
      min={0}
      max={full}
      high={full * 0.9}
      optimum={0}
      value={Math.min(value, full)}
    />
  );
}
