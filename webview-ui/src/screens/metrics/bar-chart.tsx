export interface Bar {
  readonly id: string;
  readonly name: string;
  readonly value: number;
}

/**
 * Horizontal bars. For a screen reader it is a list of names and values; the drawn bars say nothing more.
 *
 * @param empty what is said where there are none
 */
export function BarChart({
  title,
  empty,
  bars,
}: {
  readonly title: string;
  readonly empty: string;
  readonly bars: readonly Bar[];
}) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <section className="chart">
      <h2>{title}</h2>
      {bars.length === 0 ? (
        <p className="muted">{empty}</p>
      ) : (
        <ul className="chart-bars">
          {bars.map(({ id, name, value }) => (
            <li key={id} className="chart-row">
              <span className="chart-name">{name}</span>
              <svg className="chart-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect width={Math.max(0.5, (value / most) * 100)} height="10" />
              </svg>
              <span className="chart-value">{value}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
