import { wordFor } from '@ayni/kernel';
import type { Answer } from '../../api/route.js';
import { language } from '../../words/language.js';

export type User = Answer<'GET /api/members/v1/users'>['items'][number];

/** The offices that somebody holds, as people call them. */
export const rolesInWords = (roles: readonly string[]): string =>
  roles.map((role) => wordFor('role', role, language()) ?? role).join(', ');
