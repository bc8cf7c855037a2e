const BLANKS = /\p{Zs}+/gu;

/**
 * Signs that no text holds: controls, ends of lines and paragraphs, halves of signs, what nobody sees, by which two names
 * could look the same, and the sign that stands for one that was lost on the way (U+FFFD).
 */
const UNREADABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB\uFFFD]/u;

/** Pictures as phones write them: what joins and colours them is not seen by itself, and stands nowhere else. */
const PICTURES =
  /\p{Extended_Pictographic}\p{Emoji_Modifier}?\uFE0F?(?:\u200D\p{Extended_Pictographic}\p{Emoji_Modifier}?\uFE0F?)*|[0-9#*]\uFE0F\u20E3/gu;

/** A text as every door reads it: composed (Unicode NFC), without blanks around it, inner blanks single. */
export const readText = (text: string): string => text.normalize('NFC').replace(BLANKS, ' ').replace(/^ | $/g, '');

/** Whether all of a text can be read: no controls, and nothing that nobody sees. */
export const isReadable = (text: string): boolean => !UNREADABLE.test(text.replace(PICTURES, ''));

/** By what names that are keys are told apart: without case. The databases have the same as `name_key`. */
export const nameKey = (name: string): string => readText(name).toLowerCase();
