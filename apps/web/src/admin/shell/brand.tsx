import { useWords } from '../words/use-words.ts';

/** The seal and the name. */
export function Brand() {
  const { shell } = useWords();
  return (
    <span className="a-brand">
      <svg className="a-seal" viewBox="0 0 20 20" aria-hidden="true">
        <rect x="1" y="1" width="18" height="18" rx="3" fill="currentColor" />
        <path
          d="M5 6.2h10v3.6M5 6.2v0M10 9.8v3.4M4.4 13.6h11.2"
          fill="none"
          stroke="var(--seal-ink)"
          strokeWidth="1.7"
        />
      </svg>
      {shell.brand}
    </span>
  );
}
