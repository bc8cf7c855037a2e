const BLANKS = /\p{Zs}+/gu;

/**
 * Signs that no text holds: controls, ends of lines and paragraphs, halves of signs, and what nobody sees, by which two
 * names could look the same.
 */
const UNREADABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00AD\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/u;

/** A text as every door reads it: composed (Unicode NFC), without blanks around it, inner blanks single. */
export const readText = (text: string): string => text.normalize('NFC').replace(BLANKS, ' ').replace(/^ | $/g, '');

/** Whether all of a text can be read: no controls, and nothing that nobody sees. */
export const isReadable = (text: string): boolean => !UNREADABLE.test(text);

/** By what names that are keys are told apart: without case. The databases have the same as `name_key`. */
export const nameKey = (name: string): string => readText(name).toLowerCase();
