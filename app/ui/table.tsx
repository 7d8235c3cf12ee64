import { Children, createContext, useContext } from "react";

const Head = createContext<string[]>([]);

/**
 * A table that becomes one card for each row on a phone, every value with its column's name. Roles are named because a browser
 * forgets them where a row is no table row any more. A column without a title holds an action.
 */
export function Table({ head, children }: { head: string[]; children: React.ReactNode }) {
  return (
    <table className="ot-table" role="table">
      <thead role="rowgroup">
        <tr role="row">
          {head.map((title) => (
            <th key={title} scope="col" role="columnheader">
              {title || <span className="ot-hidden">Action</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        <Head.Provider value={head}>{children}</Head.Provider>
      </tbody>
    </table>
  );
}

/** One row; each child is the value of one column, in the order of the head. */
export function Row({ children }: { children: React.ReactNode }) {
  const head = useContext(Head);
  return (
    <tr role="row">
      {Children.map(children, (value, index) => (
        <td role="cell" data-column={head[index]}>
          {value}
        </td>
      ))}
    </tr>
  );
}
