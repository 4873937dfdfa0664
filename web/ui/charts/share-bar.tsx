/** Parts of one amount side by side, each named and written below the bar. */
export type Share = { label: string; amount: number; text: string };

export function ShareBar({ parts, label }: { parts: readonly Share[]; label: string }) {
  return (
    <>
      <div className="share" role="img" aria-label={label}>
        {parts.map((part, at) => (
          <i key={part.label} className={`s${at + 1}`} style={{ flexGrow: Math.max(part.amount, 0.01) }} />
        ))}
      </div>
      <dl className="share-key">
        {parts.map((part, at) => (
          <div key={part.label}>
            <dt>
              <i className={`s${at + 1}`} />
              {part.label}
            </dt>
            <dd className="num">{part.text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
