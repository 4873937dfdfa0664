import type { JSX } from "react";

/** Line icons on a 16 px grid, drawn with the colour of the text around them. */
const icons = {
  operations: (
    <>
      <path d="M2.5 11.5a5.5 5.5 0 1 1 11 0M8 11.5l2.6-3.4" />
      <path d="M2 13.8h12" />
    </>
  ),
  gate: <path d="M2.5 14V6.5M4.5 8.6 13.8 4.4M2.5 6.5h2v2.1h-2zM1.5 14h3.2M12 14v-3h2v3" />,
  directive: (
    <>
      <path d="M3 2h7l3 3v9H3zM10 2v3h3" />
      <path d="m5.6 9.6 1.6 1.6 3.2-3.4" />
    </>
  ),
  folder: <path d="M1.8 4.2V13h12.4V5.4H8L6.4 3.6H1.8z" />,
  fee: (
    <>
      <path d="M3 1.8h10V14l-1.7-1.2L9.7 14 8 12.8 6.3 14l-1.6-1.2L3 14z" />
      <path d="M5.6 5.4h4.8M5.6 8.2h4.8" />
    </>
  ),
  figures: <path d="M2 14h12M4 11.5v-4M8 11.5V3M12 11.5V6" />,
  simulation: (
    <path d="M2 8h3.2M5.2 8 8 3.5h6M5.2 8 8 12.5h6M11.6 1.6 14 3.5l-2.4 1.9M11.6 10.6l2.4 1.9-2.4 1.9" />
  ),
  catalogue: (
    <path d="M2.5 3h4.3c.7 0 1.2.5 1.2 1.2V14c0-.7-.5-1.2-1.2-1.2H2.5zM13.5 3H9.2C8.5 3 8 3.500 8 4.200V14c0-.7.5-1.2 1.200-1.2h4.3z" />
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.6" />
      <path d="m10.6 10.600 3.6 3.6" />
    </>
  ),
  calendar: <path d="M2.5 3.500h11v10h-11zM2.500 6.600h11M5.500 2v3M10.500 2v3" />,
  down: <path d="m4 6 4 4 4-4" />,
  right: <path d="M3 8h10M9.500 4.500 13 8l-3.500 3.500" />,
  left: <path d="M13 8H3M6.500 4.500 3 8l3.500 3.500" />,
  theme: (
    <>
      <circle cx="8" cy="8" r="5.600" />
      <path d="M8 2.400v11.200A5.600 5.600 0 0 0 8 2.400z" fill="currentColor" stroke="none" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="5.800" />
      <path d="M8 4.800V8l2.200 1.600" />
    </>
  ),
  link: (
    <path d="M6.600 9.400 9.400 6.600M7.600 4.600l1.500-1.500a2.700 2.700 0 0 1 3.800 3.800l-1.500 1.500M8.400 11.400l-1.500 1.500a2.700 2.700 0 0 1-3.800-3.800l1.500-1.500" />
  ),
  phone: (
    <path d="M3 2.500h2.600l1.200 3-1.600 1.200a8 8 0 0 0 4.100 4.100l1.200-1.600 3 1.200V13a1 1 0 0 1-1 1C7 14 2 9 2 3.500a1 1 0 0 1 1-1z" />
  ),
  download: <path d="M8 2.400v7.400M4.800 6.600 8 9.800l3.200-3.200M2.500 13h11" />,
  x: <path d="m4 4 8 8M12 4l-8 8" />,
  plus: <path d="M8 3.500v9M3.500 8h9" />,
  minus: <path d="M3.500 8h9" />,
  filter: <path d="M2 4h12M4.500 8h7M6.500 12h3" />,
  save: <path d="M4 2.500h8v11L8 10.600l-4 2.900z" />,
  seal: (
    <>
      <circle cx="8" cy="6.600" r="4.400" />
      <path d="m5.400 10.200-1 4L8 12.600l3.600 1.600-1-4M6.300 6.600l1.300 1.300 2.300-2.500" />
    </>
  ),
  paper: <path d="M3.500 2h6l3 3v9h-9zM9.500 2v3h3" />,
  user: (
    <>
      <circle cx="8" cy="5.400" r="2.800" />
      <path d="M2.600 14c.6-3 2.700-4.400 5.400-4.400s4.800 1.400 5.400 4.400" />
    </>
  ),
  print: <path d="M4.500 5.500v-3h7v3M4.500 11.500h-2v-6h11v6h-2M4.500 9.500h7v4h-7z" />,
  more: <path d="M3.500 8h.01M8 8h.01M12.500 8h.01" strokeWidth="2.200" />,
  check: <path d="m3.5 8.500 3 3 6-7" />,
  pause: <path d="M5.500 3.500v9M10.500 3.500v9" />,
  play: <path d="M5 3.500v9l7-4.500z" />,
  table: <path d="M2.500 3.500h11v9h-11zM2.500 6.800h11M6.500 6.800v5.700" />,
  density: <path d="M2.500 4h11M2.500 8h11M2.500 12h11" />,
  out: <path d="M9.500 3H13v10H9.500M2.500 8h7M6.500 5l3 3-3 3" />,
  key: (
    <>
      <circle cx="5" cy="8" r="2.800" />
      <path d="M7.800 8h6M11.500 8v2.500" />
    </>
  ),
} satisfies Record<string, JSX.Element>;

export type IconName = keyof typeof icons;

/** Decoration beside a word: hidden from screen readers, so it never stands alone without a label. */
export function Icon({ name, className = "" }: { name: IconName; className?: string }) {
  return (
    <svg className={`i ${className}`} viewBox="0 0 16 16" aria-hidden="true">
      {icons[name]}
    </svg>
  );
}
