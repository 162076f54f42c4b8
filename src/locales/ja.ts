import type { Messages } from './en.ts';

export const ja: Messages = {
  search: {
    label: 'ヘルプを検索',
    submit: '検索',
  },
  article: {
    minutesToRead: (n) => `読了目安 ${n} 分`,
  },
};
