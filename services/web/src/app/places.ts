import { lazy } from 'react';
import type { Place } from '../pages/place.js';
import { sales } from '../pages/sales/places.js';
import { start } from '../pages/start/places.js';

/** All pages of people who are signed in. Each noun adds its own. */
const all: readonly Place[] = [...sales, ...start];

/** The same, each fetched when somebody comes to it for the first time. */
export const places = all.map(({ page, ...place }) => ({ ...place, Page: lazy(page) }));
