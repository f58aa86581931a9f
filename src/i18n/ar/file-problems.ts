import type { Strings } from '../strings.js';

export const fileProblems: Strings['fileProblems'] = {
  csv_empty: 'الملف فارغ.',
  csv_too_large: 'الملف أكبر من 1 ميغابايت. قسّمه.',
  csv_too_many_rows: 'في الملف أكثر من 1,000 سطر. قسّمه.',
  csv_encoding: 'الملف غير محفوظ بترميز UTF-8. احفظه بهذا الترميز.',
  csv_not_text: 'هذا ليس ملفًا نصيًا. اختر ملف CSV.',
  csv_header_missing: 'يجب أن يسمّي السطر الأول الأعمدة.',
  csv_header_duplicate: 'لعمودين الاسم نفسه.',
  csv_unbalanced_quote: 'علامة اقتباس غير مغلقة.',
  row_invalid: 'لا يمكن استخدام هذا السطر.',
  row_conflict: 'هذا السطر يناقض سطرًا آخر.',
  row_duplicate: 'هذا السطر مكرر.',
  locale_invalid: 'هذا ليس رمز لغة.',
  theme_invalid: 'لا يمكن استخدام هذه القيمة في سمة.',
  theme_out_of_range: 'هذه القيمة خارج النطاق.',
  theme_unknown_token: 'لا يوجد رمز سمة بهذا الاسم.',
};
