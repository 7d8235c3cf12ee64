import type { Bar, DayBar } from "./figures-view.ts";

/** A table that is its own picture: the name, a bar from zero, the number. */
export function Bars({ caption, rows, most }: { caption: string; rows: Bar[]; most: number }) {
  return (
    <table className="ot-bars">
      <caption className="ot-hidden">{caption}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td aria-hidden="true">
              <span style={{ width: `${most > 0 ? Math.max(2, (row.value / most) * 100) : 0}%` }} />
            </td>
            <td>{row.words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const height = 96;
const step = 40;

/** Days side by side: what the assistant closed alone stands below, what people closed above it. The same as a table for who cannot see it. */
export function DayBars({ caption, days }: { caption: string; days: DayBar[] }) {
  const most = Math.max(1, ...days.map((day) => day.alone + day.withPeople));
  const tall = (value: number) => (value / most) * height;
  return (
    <figure className="ot-days">
      <svg viewBox={`0 0 ${days.length * step} ${height + 36}`} aria-hidden="true" focusable="false">
        <title>{caption}</title>
        {days.map((day, place) => {
          const x = place * step + 8;
          const total = day.alone + day.withPeople;
          return (
            <g key={day.label}>
              <rect x={x} y={16 + height - tall(day.alone)} width={24} height={tall(day.alone)} className="ot-day-alone" />
              <rect x={x} y={16 + height - tall(total)} width={24} height={tall(day.withPeople)} className="ot-day-people" />
              <text x={x + 12} y={11 + height - tall(total)} textAnchor="middle">
                {total > 0 ? total : ""}
              </text>
              <text x={x + 12} y={height + 32} textAnchor="middle">
                {day.label}
              </text>
            </g>
          );
        })}
        <line x1={0} x2={days.length * step} y1={height + 16} y2={height + 16} />
      </svg>
      <figcaption>
        <span data-who="alone">By the assistant alone</span> <span data-who="people">With a person</span>
      </figcaption>
      <table className="ot-hidden">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">By the assistant alone</th>
            <th scope="col">With a person</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.label}>
              <th scope="row">{day.label}</th>
              <td>{day.alone}</td>
              <td>{day.withPeople}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
