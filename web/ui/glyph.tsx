import type { JSX, SVGProps } from "react";

/** Status shapes on a 12 px grid: a status is always shape, word and colour together. */
const glyphs = {
  open: <circle cx="6" cy="6" r="4.6" />,
  check: (
    <>
      <circle cx="6" cy="6" r="5.4" />
      <path
        d="m3.500 6.200 1.800 1.800 3.300-3.700"
        fill="none"
        stroke="var(--surface)"
        strokeWidth="1.500"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  tri: (
    <>
      <path d="M6 .8 11.600 11H.400z" />
      <path d="M6 4.300v3.100M6 9.100v.1" stroke="var(--surface)" strokeWidth="1.400" strokeLinecap="round" />
    </>
  ),
  oct: (
    <>
      <path d="M3.700.600h4.600l3.100 3.100v4.600l-3.100 3.100H3.700L.600 8.300V3.700z" />
      <path d="M6 3.100v3.400M6 8.600v.1" stroke="var(--surface)" strokeWidth="1.500" strokeLinecap="round" />
    </>
  ),
  half: (
    <>
      <path d="M6 .700 11.300 6 6 11.300.700 6z" fill="none" stroke="currentColor" strokeWidth="1.300" />
      <path d="M6 .700 6 11.300.700 6z" />
    </>
  ),
  shut: (
    <>
      <circle cx="6" cy="6" r="5.400" />
      <path d="M3.200 6h5.600" stroke="var(--surface)" strokeWidth="1.800" />
    </>
  ),
  wait: <circle cx="6" cy="6" r="4.700" fill="none" stroke="currentColor" strokeWidth="1.400" />,
  run: (
    <>
      <circle cx="6" cy="6" r="4.700" fill="none" stroke="currentColor" strokeWidth="1.400" />
      <path d="M6 1.300a4.700 4.700 0 0 1 0 9.400z" />
    </>
  ),
  hold: (
    <>
      <rect x=".800" y=".800" width="10.400" height="10.400" rx="1.500" />
      <path d="M4.300 3.600v4.800M7.700 3.600v4.800" stroke="var(--surface)" strokeWidth="1.600" />
    </>
  ),
  fail: (
    <>
      <rect x=".800" y=".800" width="10.400" height="10.400" rx="1.500" />
      <path
        d="m3.800 3.800 4.400 4.400M8.200 3.800 3.800 8.200"
        stroke="var(--surface)"
        strokeWidth="1.500"
        strokeLinecap="round"
      />
    </>
  ),
  unk: (
    <>
      <circle
        cx="6"
        cy="6"
        r="4.900"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.200"
        strokeDasharray="2 1.600"
      />
      <path
        d="M4.600 4.700c.1-.900.700-1.300 1.400-1.300.8 0 1.400.5 1.400 1.200 0 1-1.400 1-1.400 2M6 8.500v.1"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.200"
        strokeLinecap="round"
      />
    </>
  ),
  na: <path d="M2.500 6h7" stroke="currentColor" strokeWidth="1.500" />,
  flag: (
    <>
      <path d="M2.500.800v10.400" stroke="currentColor" strokeWidth="1.400" />
      <path d="M3 1.200h7L8.200 4 10 6.800H3z" />
    </>
  ),
  star: (
    <path d="m6 .600 1.500 3.400 3.700.400-2.800 2.500.800 3.600L6 8.700l-3.200 1.800.800-3.600L.800 4.400l3.700-.400z" />
  ),
  up: <path d="M2 8 6 3l4 5z" />,
  down: <path d="M2 4l4 5 4-5z" />,
} satisfies Record<string, JSX.Element>;

export type GlyphName = keyof typeof glyphs;

/** A status shape; `svg` places it inside another drawing (x, y, width, height). */
export function Glyph({ name, className = "", ...svg }: { name: GlyphName } & SVGProps<SVGSVGElement>) {
  return (
    <svg className={`g ${className}`} viewBox="0 0 12 12" aria-hidden="true" {...svg}>
      {glyphs[name]}
    </svg>
  );
}
