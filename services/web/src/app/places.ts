import { lazy } from 'react';
import { events } from '../pages/events/places.js';
import { members } from '../pages/members/places.js';
import { own } from '../pages/own/places.js';
import type { Place } from '../pages/place.js';
import { season } from '../pages/season/places.js';
import { start } from '../pages/start/places.js';
import { users } from '../pages/users/places.js';

/** All pages of people who are signed in. Each noun adds its own. */
const all: readonly Place[] = [...events, ...members, ...own, ...season, ...start, ...users];

/** The same, each fetched when somebody comes to it for the first time. */
export const places = all.map(({ page, ...place }) => ({ ...place, Page: lazy(page) }));
