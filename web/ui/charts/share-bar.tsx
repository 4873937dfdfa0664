/** Parts of one amount side by side, each named and written below the bar; a name that comes again has its colour again. */
export type Share = { label: string; amount: number; text: string };

const tones = 7;

export function ShareBar({ parts, label }: { parts: readonly Share[]; label: string }) {
  const names = [...new Set(parts.map((part) => part.label))];
  // Parts have no identity but their place: a truck may come through the same stage twice.
  const toned = parts.map((part, at) => ({
    ...part,
    key: `part-${at + 1}`,
    tone: `s${(names.indexOf(part.label) % tones) + 1}`,
  }));
  return (
    <>
      <div className="share" role="img" aria-label={label}>
        {toned.map(({ key, tone, amount }) => (
          <i key={key} className={tone} style={{ flexGrow: Math.max(amount, 0.01) }} />
        ))}
      </div>
      <dl className="share-key">
        {toned.map((part) => (
          <div key={part.key}>
            <dt>
              <i className={part.tone} />
              {part.label}
            </dt>
            <dd className="num">{part.text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
