/** Where own money lies. */
export type Till = 'cash' | 'bank';

export const tillOf = (text: string): Till => (text === 'bank' ? 'bank' : 'cash');
