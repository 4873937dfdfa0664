import { type KeyboardEvent, memo, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { type Seen, useDrawn } from "./drawn-rows.ts";
import { useTexts } from "./language.tsx";
import type { Texts } from "./text.ts";

const texts = {
  part: {
    vi: "Bản in này có {read} trong {all} dòng: những dòng đã đọc lên màn hình.",
    en: "On this paper are {read} of {all} rows: those that were read on the screen.",
    zh: "本页印有{all}行中的{read}行：即屏幕上已读取者。",
  },
} as const satisfies Texts;

/** A column; with `order` its head sorts. `mobile: "hide"` never hides a figure, only a drawing. */
export type Column<Row> = {
  id: string;
  head: string;
  cell: (row: Row) => ReactNode;
  align?: "right";
  className?: string;
  order?: (a: Row, b: Row) => number;
};

type TableProps<Row> = {
  label: string;
  columns: readonly Column<Row>[];
  /** Undefined: not read yet, its place is kept. */
  rows: readonly (Row | undefined)[];
  rowKey: (row: Row) => string;
  rowClass?: (row: Row) => string;
  /** Hears which rows of a long list are drawn, by their index. */
  onSee?: (seen: Seen) => void;
  /** A full-width line below the row with this key: a cut that names what it cuts. */
  cut?: { below: string; text: string } | undefined;
  selected?: string | undefined;
  onSelect?: (row: Row) => void;
  onOpen?: (row: Row) => void;
  className?: string;
};

/** A table of rows with a sticky head; arrows, J and K move the selection, Enter opens. Long lists draw only what is seen. */
export function Table<Row>(props: TableProps<Row>) {
  const { columns, rows, rowKey } = props;
  const [sort, setSort] = useState<{ id: string; down: boolean }>();
  const box = useRef<HTMLDivElement>(null);
  const spoken = useRef<HTMLParagraphElement>(null);
  const order = columns.find((column) => column.id === sort?.id)?.order;
  const shown = order ? sorted(rows, (a, b) => order(a, b) * (sort?.down ? -1 : 1)) : rows;
  const { long, printing, visible, above, below, height } = useDrawn({
    shown,
    rowKey,
    box,
    onSee: props.onSee,
  });
  const { select, open } = usePicking(props);

  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    const at = shown.findIndex((row) => row !== undefined && rowKey(row) === props.selected);
    const row = shown[at];
    if (event.key === "Enter" && row && event.target === event.currentTarget) props.onOpen?.(row);
    const next = step === undefined ? undefined : shown[Math.min(shown.length - 1, Math.max(0, at + step))];
    if (!next || !props.onSelect) return;
    event.preventDefault();
    props.onSelect(next);
    show(box.current?.querySelector(`[data-key="${CSS.escape(rowKey(next))}"]`), spoken.current);
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the region move the selection
    <div
      className={long ? "tscroll long" : "tscroll"}
      ref={box}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region is reached by keyboard (WCAG 2.1.1)
      tabIndex={0}
      role="group"
      aria-label={props.label}
      onKeyDown={move}
    >
      <p className="vh" role="status" ref={spoken} />
      <table className={`tb ${props.className ?? ""}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} span={columns.length} />}
          {visible.map(({ index, row }) =>
            row === undefined ? (
              <Gap key={index} height={height} span={columns.length} />
            ) : (
              <BodyRow
                key={rowKey(row)}
                id={rowKey(row)}
                row={row}
                columns={columns}
                className={props.rowClass?.(row)}
                selected={props.onSelect ? props.selected === rowKey(row) : undefined}
                cut={props.cut?.below === rowKey(row) ? props.cut.text : undefined}
                onSelect={select}
                onOpen={open}
              />
            ),
          )}
          {below !== null && <Gap height={below} span={columns.length} />}
        </tbody>
      </table>
      {printing && <Unread rows={rows} />}
    </div>
  );
}

/** Brings a row into sight and says it: the focus stays on the region around the table. */
function show(line: HTMLElement | null | undefined, spoken: HTMLElement | null): void {
  line?.scrollIntoView({ block: "nearest" });
  if (spoken !== null) spoken.textContent = line?.innerText ?? "";
}

/** On paper nobody can scroll on: how much of the list is on it, where not all of it was read. */
function Unread({ rows }: { rows: readonly unknown[] }) {
  const t = useTexts(texts);
  const read = rows.filter((row) => row !== undefined).length;
  if (read === rows.length) return null;
  return <p className="pad-field soft">{t("part", { read, all: rows.length })}</p>;
}

/** What picking a row does, kept from one drawing to the next so that rows need not be drawn again for it. */
function usePicking<Row>(props: TableProps<Row>) {
  const picked = useRef(props);
  useEffect(() => {
    picked.current = props;
  });
  const select = useCallback((row: Row) => picked.current.onSelect?.(row), []);
  const open = useCallback((row: Row) => picked.current.onOpen?.(row), []);
  return { select, open };
}

/** Rows not read yet stay at the end. */
function sorted<Row>(
  rows: readonly (Row | undefined)[],
  order: (a: Row, b: Row) => number,
): readonly (Row | undefined)[] {
  const read = rows.filter((row) => row !== undefined).toSorted(order);
  return [...read, ...Array.from({ length: rows.length - read.length }, () => undefined)];
}

function Head<Row>(props: {
  column: Column<Row>;
  sort: { id: string; down: boolean } | undefined;
  onSort: (sort: { id: string; down: boolean }) => void;
}) {
  const { column, sort } = props;
  const active = sort?.id === column.id;
  const down = active && sort.down;
  const className = `${column.align === "right" ? "r" : ""} ${column.className ?? ""}`;
  if (!column.order) {
    return (
      <th scope="col" className={className}>
        {column.head}
      </th>
    );
  }
  return (
    <th scope="col" className={className} aria-sort={active ? (down ? "descending" : "ascending") : "none"}>
      <button
        type="button"
        className="sort"
        onClick={() => props.onSort({ id: column.id, down: active && !down })}
      >
        {column.head}
        <span aria-hidden="true">{active ? (down ? "↓" : "↑") : ""}</span>
      </button>
    </th>
  );
}

type BodyRowProps<Row> = {
  id: string;
  row: Row;
  columns: readonly Column<Row>[];
  className: string | undefined;
  selected: boolean | undefined;
  cut: string | undefined;
  onSelect: (row: Row) => void;
  onOpen: (row: Row) => void;
};

/** Drawn again only when its own row, the columns or its marks have changed: scrolling draws just the rows that come. */
const BodyRow = memo(function BodyRow<Row>({ row, columns, ...props }: BodyRowProps<Row>) {
  return (
    <>
      {/* Rows are picked by pointer here and by keyboard on the region around the table. */}
      <tr
        data-key={props.id}
        className={props.className}
        aria-selected={props.selected}
        onClick={() => props.onSelect(row)}
        onDoubleClick={() => props.onOpen(row)}
      >
        {columns.map((column) => (
          <td
            key={column.id}
            data-label={column.head}
            className={`${column.align === "right" ? "r" : ""} ${column.className ?? ""}`}
          >
            {column.cell(row)}
          </td>
        ))}
      </tr>
      {props.cut !== undefined && (
        <tr className="cut">
          <td colSpan={columns.length}>
            <span>{props.cut}</span>
          </td>
        </tr>
      )}
    </>
  );
}) as <Row>(props: BodyRowProps<Row>) => ReactNode; // as: memo forgets that the component takes any kind of row

const Gap = ({ height, span }: { height: number; span: number }) => (
  <tr aria-hidden="true" className="gap">
    {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- holds the place of rows not drawn */}
    <td colSpan={span} style={{ height }} />
  </tr>
);
