import type { ReactNode } from 'react';

/** A drawing of 32 × 32, and how words for it begin in Spanish and English, without accents. */
export type Crop = { readonly words: readonly string[]; readonly drawing: ReactNode };

const LEAF = '#3f8a4f';
const DARK = '#1f5a3c';
const LIGHT = '#8fc27a';
const RED = '#c23b2e';
const EARTH = '#a9713c';

const stalks = (
  <path d="M16 29v-9M16 25l-5-6M16 25l5-6" fill="none" stroke={DARK} strokeWidth="2" strokeLinecap="round" />
);
const root = (fill: string): ReactNode => (
  <>
    <path d="M16 30c-3-3-7-8-7-12 0-3 3-5 7-5s7 2 7 5c0 4-4 9-7 12Z" fill={fill} />
    <path d="M16 13V5M16 13 11 6M16 13l5-7" fill="none" stroke={LEAF} strokeWidth="2.5" strokeLinecap="round" />
  </>
);
const round = (fill: string): ReactNode => (
  <>
    <circle cx="16" cy="18" r="11" fill={fill} />
    <path d="M16 9c-2-2-5-2-6-1 2 1 4 3 6 3s4-2 6-3c-1-1-4-1-6 1ZM16 9V4" fill={LEAF} stroke={DARK} strokeWidth="1" />
  </>
);

/** What co-ops grow, gather and sell, each with its drawing; the first that begins a word of a name is taken. */
export const crops: readonly Crop[] = [
  {
    words: ['lettuc', 'lechug', 'cabbag', 'repoll'],
    drawing: (
      <>
        <path d="M16 29C7 29 3 23 4 17c-1-6 5-11 12-13 7 2 13 7 12 13 1 6-3 12-12 12Z" fill={LIGHT} />
        <path d="M16 29c-5 0-9-4-8-9 0-5 4-8 8-10 4 2 8 5 8 10 1 5-3 9-8 9Z" fill={LEAF} />
        <path d="M16 29V13M16 22l-4-4M16 22l4-4" fill="none" stroke="#dcefd2" strokeWidth="1.5" />
      </>
    ),
  },
  {
    words: ['chard', 'acelg'],
    drawing: (
      <>
        <path d="M16 23C8 22 6 15 8 9c2-4 5-6 8-6s6 2 8 6c2 6 0 13-8 14Z" fill={LEAF} />
        <path d="M16 30V8M16 20l-5-5M16 15l4-4M16 21l6-5" fill="none" stroke={RED} strokeWidth="2" />
      </>
    ),
  },
  {
    words: ['spinach', 'espinac', 'kale', 'berro', 'watercress'],
    drawing: (
      <>
        {stalks}
        <path d="M16 21c-3-4-4-8-3-12l3-6 3 6c1 4 0 8-3 12Z" fill={DARK} />
        <path d="M12 21c-4 0-7-2-9-8 5 0 9 2 9 8ZM20 21c4 0 7-2 9-8-5 0-9 2-9 8Z" fill={LEAF} />
      </>
    ),
  },
  { words: ['tomat'], drawing: round(RED) },
  {
    words: ['onion', 'cebolla', 'garlic', 'ajo'],
    drawing: (
      <>
        <path d="M16 4c1 5 10 7 10 15 0 6-5 9-10 9S6 25 6 19c0-8 9-10 10-15Z" fill="#b5577a" />
        <path
          d="M16 7c-2 6-5 8-5 13 0 4 2 7 5 8M16 7c2 6 5 8 5 13 0 4-2 7-5 8"
          fill="none"
          stroke="#f0cfdb"
          strokeWidth="1.5"
        />
        <path d="M13 28v2M16 28v3M19 28v2" stroke={EARTH} strokeWidth="1.5" />
      </>
    ),
  },
  { words: ['carrot', 'zanahor'], drawing: root('#e07a22') },
  { words: ['radish', 'raban', 'beet', 'remolach', 'betarrag', 'turnip', 'nabo'], drawing: root('#a52a55') },
  {
    words: ['potato', 'papa', 'patata', 'chuno', 'oca', 'yuca', 'camote'],
    drawing: (
      <>
        <path d="M5 19C4 12 10 6 17 6s12 5 11 11-6 10-13 10S6 25 5 19Z" fill="#c89a5b" />
        <g fill="#8a6231">
          <circle cx="12" cy="15" r="1.3" />
          <circle cx="20" cy="13" r="1.3" />
          <circle cx="17" cy="21" r="1.3" />
          <circle cx="23" cy="19" r="1.3" />
        </g>
      </>
    ),
  },
  {
    words: ['bean', 'haba', 'frijol', 'poroto', 'vainit', 'pea', 'arvej', 'tarwi'],
    drawing: (
      <>
        <path d="M4 10c4 12 12 17 24 14-2 4-8 6-14 4C7 25 3 18 4 10Z" fill={LEAF} />
        <g fill={LIGHT}>
          <circle cx="9" cy="20" r="2.4" />
          <circle cx="14" cy="24" r="2.4" />
          <circle cx="20" cy="26" r="2.2" />
        </g>
        <path d="M4 10C3 7 5 5 7 4" fill="none" stroke={DARK} strokeWidth="2" strokeLinecap="round" />
      </>
    ),
  },
  {
    words: ['quinoa', 'quinua', 'wheat', 'trigo', 'barley', 'cebada', 'canahua', 'oat', 'avena', 'amarant'],
    drawing: (
      <>
        <path d="M16 30V12" stroke={DARK} strokeWidth="2" />
        <g fill="#c9762b">
          <ellipse cx="16" cy="6" rx="3" ry="4" />
          <ellipse cx="11" cy="10" rx="3" ry="4" />
          <ellipse cx="21" cy="10" rx="3" ry="4" />
          <ellipse cx="12" cy="16" rx="3" ry="4" />
          <ellipse cx="20" cy="16" rx="3" ry="4" />
          <ellipse cx="16" cy="12" rx="3" ry="4" />
        </g>
        <path d="M16 28c-5 0-8-2-9-6 5 0 8 2 9 6Z" fill={LEAF} />
      </>
    ),
  },
  {
    words: ['maize', 'maiz', 'corn', 'choclo'],
    drawing: (
      <>
        <path d="M16 3c5 3 6 10 5 17l-5 8-5-8C10 13 11 6 16 3Z" fill="#e8b92e" />
        <path d="M13 8v14M16 5v20M19 8v14" stroke="#b98a12" strokeWidth="1" />
        <path d="M16 30C9 28 6 21 7 14c5 4 8 9 9 16ZM16 30c7-2 10-9 9-16-5 4-8 9-9 16Z" fill={LEAF} />
      </>
    ),
  },
  {
    words: ['egg', 'huevo'],
    drawing: (
      <>
        <path d="M16 4c6 0 10 9 10 15a10 10 0 0 1-20 0C6 13 10 4 16 4Z" fill="#e9c9a2" stroke={EARTH} />
        <path d="M11 16c1-4 3-7 5-8" fill="none" stroke="#fff" strokeWidth="2" strokeLinecap="round" />
      </>
    ),
  },
  {
    words: ['milk', 'leche', 'yogur'],
    drawing: (
      <>
        <path d="M12 3h8v5l3 5v16H9V13l3-5V3Z" fill="#fff" stroke="#3d6fa5" strokeWidth="2" strokeLinejoin="round" />
        <path d="M10 17h12v11H10Z" fill="#bcd6ee" />
      </>
    ),
  },
  {
    words: ['chees', 'queso', 'quesill', 'butter', 'mantequ'],
    drawing: (
      <>
        <path d="M3 17 22 7c4 2 6 6 7 10v9H3v-9Z" fill="#f0c64a" stroke="#b98a12" strokeLinejoin="round" />
        <path d="M3 17h26" stroke="#b98a12" />
        <g fill="#b98a12">
          <circle cx="10" cy="22" r="2" />
          <circle cx="19" cy="21" r="1.5" />
          <circle cx="24" cy="24" r="1.5" />
        </g>
      </>
    ),
  },
  {
    words: ['herb', 'hierb', 'parsley', 'perej', 'cilantr', 'culant', 'celery', 'apio', 'mint', 'menta', 'hierbabu'],
    drawing: (
      <>
        {stalks}
        <g fill={LEAF}>
          <circle cx="16" cy="8" r="5" />
          <circle cx="9" cy="15" r="5" />
          <circle cx="23" cy="15" r="5" />
        </g>
        <path d="M12 25h8v3h-8Z" fill={EARTH} />
      </>
    ),
  },
  {
    words: ['manzanill', 'chamom', 'flower', 'flor'],
    drawing: (
      <>
        {stalks}
        <g fill="#fff" stroke="#b9b39f">
          <ellipse cx="16" cy="6" rx="3" ry="4" />
          <ellipse cx="10" cy="11" rx="4" ry="3" />
          <ellipse cx="22" cy="11" rx="4" ry="3" />
          <ellipse cx="16" cy="16" rx="3" ry="4" />
        </g>
        <circle cx="16" cy="11" r="4" fill="#e8b92e" />
      </>
    ),
  },
  {
    words: ['cucumb', 'pepin', 'zucchin', 'zapallit', 'calabac'],
    drawing: (
      <>
        <path d="M6 24C4 21 8 14 13 9s11-6 13-3-1 10-7 15-11 6-13 3Z" fill={LEAF} />
        <path d="M10 22c4-2 9-7 12-12" fill="none" stroke={LIGHT} strokeWidth="2" strokeDasharray="3 3" />
      </>
    ),
  },
  {
    words: ['pumpkin', 'zapallo', 'squash'],
    drawing: (
      <>
        <ellipse cx="16" cy="19" rx="13" ry="10" fill="#dd8a26" />
        <path d="M16 9c-5 4-5 16 0 20 5-4 5-16 0-20ZM16 9V4" fill="none" stroke="#8a4b00" strokeWidth="1.5" />
      </>
    ),
  },
  {
    words: ['pepper', 'piment', 'aji', 'locoto', 'rocoto'],
    drawing: (
      <>
        <path d="M9 9c4-2 10-2 14 0 3 6 0 17-4 20-2 1-4 1-6 0C9 26 6 15 9 9Z" fill={RED} />
        <path d="M16 9c0-3 1-5 4-6M9 9c3 2 11 2 14 0" fill="none" stroke={DARK} strokeWidth="2.5" />
      </>
    ),
  },
  {
    words: ['broccol', 'brocol', 'cauliflow', 'coliflor'],
    drawing: (
      <>
        <path d="M13 18h6v10c0 2-6 2-6 0Z" fill={LIGHT} />
        <g fill={LEAF}>
          <circle cx="9" cy="14" r="6" />
          <circle cx="16" cy="9" r="6" />
          <circle cx="23" cy="14" r="6" />
          <circle cx="16" cy="16" r="5" />
        </g>
      </>
    ),
  },
  { words: ['apple', 'manzana', 'peach', 'durazn', 'fruit', 'fruta', 'ciruel'], drawing: round('#d9573a') },
  {
    words: ['strawb', 'frutill', 'fresa'],
    drawing: (
      <>
        <path d="M5 11c3-4 19-4 22 0 1 7-6 17-11 19C11 28 4 18 5 11Z" fill={RED} />
        <path d="M16 3v6M7 9l9 3 9-3-5-2-4 2-4-2Z" fill={LEAF} stroke={DARK} />
        <path d="M11 16v1M16 18v1M21 16v1M14 23v1M18 23v1" stroke="#fff" strokeWidth="1.5" />
      </>
    ),
  },
  {
    words: ['honey', 'miel'],
    drawing: (
      <>
        <path d="M7 11h18v15c0 2-2 3-4 3H11c-2 0-4-1-4-3V11Z" fill="#e0a321" />
        <path d="M6 5h20v6H6Z" fill={EARTH} />
        <path d="M11 17h10v6H11Z" fill="#fff3d6" />
      </>
    ),
  },
  {
    words: ['fish', 'pescad', 'trucha', 'trout'],
    drawing: (
      <>
        <path d="M3 16c5-8 14-9 20-2l6-5v14l-6-5c-6 7-15 6-20-2Z" fill="#6b93b5" />
        <circle cx="9" cy="14" r="1.5" fill="#1d1f1e" />
      </>
    ),
  },
  {
    words: ['chicken', 'gallin', 'pollo', 'hen'],
    drawing: (
      <>
        <path d="M5 17c4 0 7-2 9-6 1-4 3-6 6-6 2 0 4 2 4 4l3 2-3 1c1 9-3 14-9 14S5 23 5 17Z" fill="#d79a4d" />
        <path d="M19 5c0-2 3-3 4-1l1 2M14 26v4M18 26v4" fill="none" stroke={RED} strokeWidth="2" />
        <circle cx="21" cy="9" r="1.2" fill="#1d1f1e" />
      </>
    ),
  },
  {
    words: ['wool', 'lana', 'fibra', 'yarn', 'alpaca'],
    drawing: (
      <>
        <circle cx="16" cy="16" r="12" fill="#b98cc0" />
        <path d="M6 12c6-3 14-1 18 5M5 18c6-3 13-1 16 5M12 5c5 2 10 7 12 14" fill="none" stroke="#5d3566" />
      </>
    ),
  },
];

/** What stands for everything that has no drawing of its own. */
export const sprout: ReactNode = (
  <>
    <path d="M16 28V15" stroke={DARK} strokeWidth="2.5" strokeLinecap="round" />
    <path d="M16 17C16 10 11 6 4 6c0 7 5 11 12 11Z" fill={LEAF} />
    <path d="M16 20c0-6 4-10 12-10 0 7-5 10-12 10Z" fill={LIGHT} />
    <path d="M6 28h20" stroke={EARTH} strokeWidth="3" strokeLinecap="round" />
  </>
);
