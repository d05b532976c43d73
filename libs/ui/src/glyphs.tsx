/** The three drawings the library itself needs; everything else is handed in. */
const glyph = (path: string) =>
  function Glyph() {
    return (
      <svg className="u-glyph" viewBox="0 0 16 16" aria-hidden="true">
        <path
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    );
  };

export const X = glyph('M4 4l8 8M12 4l-8 8');
export const ChevronDown = glyph('M4 6l4 4 4-4');
export const Check = glyph('M3.5 8.5l3 3 6-7');
