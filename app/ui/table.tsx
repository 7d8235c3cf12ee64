import { Children, createContext, useContext } from "react";

const Head = createContext<string[]>([]);

/** Spelt out because a browser forgets what a table row is where it is no longer laid out as one. */
const as = (role: string) => ({ role });

/**
 * A table that becomes one card for each row on a phone, every value with its column's name. A column without a
 * title holds an action.
 */
export function Table({ head, children }: { head: string[]; children: React.ReactNode }) {
  return (
    <table className="ot-table" {...as("table")}>
      <thead {...as("rowgroup")}>
        <tr {...as("row")}>
          {head.map((title) => (
            <th key={title} scope="col" {...as("columnheader")}>
              {title || <span className="ot-hidden">Action</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as("rowgroup")}>
        <Head.Provider value={head}>{children}</Head.Provider>
      </tbody>
    </table>
  );
}

/** One row; each child is the value of one column, in the order of the head. */
export function Row({ children }: { children: React.ReactNode }) {
  const head = useContext(Head);
  return (
    <tr {...as("row")}>
      {Children.map(children, (value, index) => (
        <td {...as("cell")} data-column={head[index]}>
          {value}
        </td>
      ))}
    </tr>
  );
}
